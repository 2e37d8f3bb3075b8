"""Given names that English stories print before a family name: by them people are told from bodies.

Names that are words, places or companies as well (`Grant`, `Austin`, `Morgan`) are left out.
"""

import re

from articles.text import LATIN_CAPITALS

GIVEN_NAMES_TEXT = """
Aarav Aaron Aarti Abdul Abdullah Abhishek Abigail Abiola Adaeze Adam Aditi Aditya Adrian Adriana Adriano Afsana Agnes
Agnieszka Agung Agus Ahmad Ahmed Ahmet Aisha Ajay Akash Akihiro Akiko Akira Akshay Alain Alan Albert Alberto Alejandra
Alejandro Aleksander Alessandra Alessandro Alexander Alexandra Alexandre Alfonso Alfred Ali Alice Alicia Alison
Allison Alok Alvaro Amadou Amalia Aman Amanda Amar Amelia Amina Amir Amit Amitabh Amrita Amy Ana Anand Anders Andi
Andrea Andreas Andrei Andrej Andres Andrew Andrzej Angela Angelica Anies Anil Anirudh Anita Anja Anjali Ankit Ankur
Anna Anne Annette Annika Anong Anoop Anthony Antoine Anton Antoni Antonia Antonio Anucha Anuj Anupam Anurag Anwar
Aparna Apichai Archana Arief Arjun Arnaud Arne Arthit Arthur Arturo Arun Aruna Arvind Asha Ashish Ashok Ashwin Asif
Astrid Atsushi Avinash Axel Ayaka Ayako Ayesha Ayse Ayumi Azhar Aziz Azlan Azman Bambang Barbara Bashir Bayani Bayu
Beata Beatrice Beatriz Ben Benedikt Benigno Benjamin Bernard Bernd Bernhard Beth Bharat Bhavna Bilal Birgit Bjorn Bob
Bobbie Bogdan Boonmee Brad Brandon Brenda Brendan Brian Bridget Bruce Bruno Bryan Budi Callum Camila Camille Carl
Carla Carlos Carmen Carol Carole Caroline Carolyn Carsten Caspar Catalina Catarina Caterina Catherine Cathy Cecile
Cecilia Chaiwat Chalerm Chandrika Chanida Charles Charlie Chidi Chieko Chinedu Chioma Chloe Chris Christiane Christina
Christine Christoph Christophe Christopher Ciara Citra Claire Clara Clare Claudia Claudio Claus Clive Colette Colin
Colleen Conor Constance Corazon Cornelia Cristian Cristina Cynthia Dagmar Daichi Daiki Daisuke Dan Daniel Daniela
Danielle Dario Darren Dave David Debbie Deborah Dedi Deepa Deepak Deepika Denis Denise Dennis Derek Desmond Devika
Dewi Dhaval Dhruv Dian Diane Didier Diego Dieter Dilip Dimas Dinda Dinesh Dirk Divya Djoko Dmitri Dmitry Dominic
Dominik Dominique Donald Donna Dora Doris Dorothy Doug Douglas Duncan Dylan Ebrahim Edi Eduardo Edward Edwin Eiji Eiko
Eileen Elaine Eleanor Elena Eleonora Elias Elif Elin Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elodie Eloise
Elsa Emanuel Emanuele Emeka Emi Emiko Emil Emilia Emilie Emilio Emily Emma Emmanuel Emre Endah Enrico Enrique Eric
Erica Erich Erik Erika Erin Ernesto Esra Esteban Estelle Esther Ethan Eugene Eva Evan Evelyn Fabian Fabio Fabrice
Fadli Faisal Faizal Fajar Farah Fares Farhan Farhana Farid Farida Fatima Fatma Fauzi Federico Felicity Felipe Felix
Fernanda Fernando Filip Filippo Finn Fiona Firoz Fitri Florian Folake Frances Francesca Francesco Francine Francis
Francisco Franck Francois Frank Franz Fred Freddie Frederic Frederick Frederik Fredrik Friedrich Fumiko Fumio Gabriel
Gabriela Gabriele Ganesh Gareth Gary Gaurav Gautam Gavin Geeta Geoff Geoffrey George Georges Gerald Gerard Gerhard
Gianluca Gilles Gillian Giovanni Girish Gita Giulia Giuseppe Glenn Gloria Gonzalo Gopal Gordon Govind Grace Graham
Greg Gregor Gregory Greta Grzegorz Guido Guillaume Guillermo Gunnar Gunter Gustav Gustavo Habib Hadi Haider Hajime
Halim Hamid Hamza Hamzah Hana Hanna Hannah Hannes Hans Harald Haris Harish Harold Harriet Harry Harsh Harsha Hartono
Haruka Haruki Haruko Haruto Harvey Hasan Hassan Hazel Heather Hector Heidi Heike Heinrich Heinz Helen Helena Helene
Helga Helmut Hemant Hendra Hendrik Hendro Henri Henrietta Henrik Henry Herbert Hideaki Hideki Hideo Hilary Hina
Hiroaki Hiroki Hiroko Hiromi Hiroshi Hiroto Hiroyuki Hisashi Holger Howard Huda Hugh Hugo Hussain Hussein Ian Ibrahim
Ichiro Ida Ifeoma Ignacio Igor Ilaria Imelda Imran Indah Indira Ines Inga Ingo Ingrid Irene Irfan Irina Irwan Isaac
Isabel Isabella Isabelle Isamu Iskandar Ismadi Ismail Ivan Ivana Jack Jackie Jacob Jacqueline Jacques Jagdish Jaime
Jake Jakob Jakub James Jamie Jan Jana Jane Janet Janine Janusz Jasmine Jaspreet Javier Jaya Jayant Jayesh Jean Jeanne
Jeff Jeffrey Jejomar Jennifer Jenny Jens Jeremy Jeroen Jerome Jerry Jesper Jesse Jessica Jill Jim Jiro Jitendra Joan
Joana Joanna Joanne Joao Joaquin Jochen Jodie Joe Joel Joerg Johan Johanna Johannes John Joko Jomar Jon Jonah Jonas
Jonathan Jorge Jose Josef Joseph Josephine Joshua Juan Juana Judith Judy Julia Julian Juliana Julie Julien Juliet
Julio Junichi Junji Junko Jurgen Justin Justyna Jyoti Kabir Kai Kamal Kamol Kanya Kaori Kapil Karan Kareem Karel Karen
Karim Karin Karl Karolina Karsten Karthik Kartika Kaspar Katarina Katarzyna Kate Katharina Katherine Kathleen Kathrin
Kathryn Kathy Katie Katja Katrin Kavita Kavya Kazuhiko Kazuhiro Kazuki Kazuko Kazuo Kazuya Keiichi Keiji Keiko Keisuke
Keita Keith Kelly Ken Kenichi Kenji Kenjiro Kenneth Kenta Kentaro Kerry Kerstin Kevin Khalid Kiran Kirsten Kirsty
Kishore Kittisak Kiyoshi Klaus Kofi Koichi Koji Konrad Kosuke Kristian Kristin Kristina Kristoffer Krzysztof Kumiko
Kunal Kunio Kurnia Kurt Kwame Kyle Kyoko Lakshmi Lalit Lara Larry Lars Lata Latha Laura Lauren Laurence Laurent Layla
Lea Leila Lena Lennart Leon Leonard Leonardo Leonie Leonor Leopold Leslie Lestari Lewis Liam Lidia Lina Linda Lindsay
Lisa Liz Lorena Lorenzo Lorraine Lothar Louis Louisa Louise Luc Luca Lucas Lucia Lucie Lucy Ludovic Luigi Luis Luisa
Luiz Lukas Lukasz Lydia Lynn Maciej Madeleine Madhav Madhu Madoka Magda Magdalena Magnus Mahathir Mahesh Mahmoud
Mahmud Maki Makoto Malai Malcolm Malik Mami Manabu Manfred Manish Manju Manoj Manop Manuel Manuela Marc Marcel Marcela
Marcello Marcin Marco Marcos Marcus Marek Margaret Margarita Margit Margot Marguerite Maria Mariam Marian Marianne
Maricel Marie Marija Mariko Marina Mario Marion Marisa Marius Mark Markus Marlene Marta Marten Martha Marthe Martin
Martina Mary Maryam Masaaki Masahiro Masaki Masako Masao Masaru Masashi Masato Masayuki Massimo Mateo Mateusz Mathias
Mathieu Mathilde Matt Matteo Matthew Matthias Mattias Maureen Maurice Mauricio Maurizio Maximilian Maya Mayumi Meena
Meera Megan Megawati Megumi Mehdi Mehmet Mehul Melanie Melinda Melissa Meredith Michael Michaela Michal Michel Michele
Michelle Michiko Mieko Miguel Mika Mikael Mike Mikhail Mikkel Milena Milind Milos Minoru Miranda Miriam Mirko Misaki
Mitsuo Mitsuru Miyuki Mohamed Mohammad Mohammed Mohan Mohit Moira Momoko Monica Monika Monique Monisha Muhammad Mukesh
Mulyadi Mustafa Nadia Nadiah Nadine Nancy Naoki Naoko Naomi Naoto Narendra Naresh Narong Nasser Natalia Natalie
Natasha Nathalie Nathan Natsuki Natsuko Nattapong Natthaya Naveen Nawaz Neelam Neeraj Neha Neil Ngozi Niall Nicholas
Nick Nicola Nicolas Nicole Nidhi Niels Nigel Nikhil Nikolai Nikolaus Nilesh Nils Nina Niran Nirmala Nisha Nitin
Nittaya Noah Noboru Nobuko Nobuo Nobuyuki Noel Noemi Nora Norbert Noriko Norio Nuno Nurul Nusrat Obinna Olaf Ole Oleg
Olga Oliver Olivia Olivier Olumide Omar Osamu Oscar Oskar Osman Otto Owen Pablo Padma Pakorn Paloma Pamela Pankaj
Paola Paolo Parth Parvati Pascal Patricia Patrick Patrik Patrizia Pattama Paul Paula Paulina Pauline Paulo Pavel Pawel
Pedro Peggy Penelope Penny Per Pete Peter Petr Petra Phairoj Phil Philip Philipp Philippa Philippe Phoebe Pichai
Pierre Piet Pieter Pietro Pilar Pimchanok Piotr Pooja Pornthip Prabhat Pradeep Prakash Pranav Prasad Prasert Prashant
Pratik Praveen Prayut Preecha Preeti Priya Priyanka Putri Putu Rachana Rachel Radha Radhika Rafael Rafal Raffaele
Rafiq Raghav Raghu Rahim Rahmat Rahul Rainer Raj Rajan Rajat Rajeev Rajendra Rajesh Rajiv Rajni Rakesh Ralf Ralph
Raman Ramesh Ramon Randy Ranjit Raphael Rashid Rashmi Ratan Ratih Ratna Rattana Raul Ravi Ravindra Raymond Rebecca
Regina Rehana Reiko Reinhard Rekha Rena Renata Renate Rene Reza Ricardo Riccardo Richard Ridwan Rie Rika Riku Rina
Rini Rita Ritu Rizal Rizky Robert Roberta Roberto Robin Rodel Rodrigo Roger Rohan Rohit Roland Rolf Rommel Ron Ronald
Rory Rosa Rosalind Rosemary Roshan Roslan Rosmah Ross Roy Rudi Rudolf Rukmini Rupa Rupert Russell Ruth Ryan Ryo
Ryoichi Ryoji Ryoko Ryosuke Ryota Ryuichi Sabine Sabrina Saburo Sachiko Sachin Sadao Sadia Saeed Sakda Salim Sally
Salma Salvatore Sam Samantha Samir Samuel Sandeep Sandhya Sandra Sandro Sangeeta Sanjay Sanjiv Santosh Sara Sarah
Sarita Saskia Satish Satoko Satoru Satoshi Saurabh Savita Sayaka Scott Sean Sebastian Sebastien Seema Segun Seiichi
Seiji Serena Serge Sergei Sergio Seth Setiawan Shahid Shalini Shane Shankar Shannon Shanti Sharad Sharmila Sharon
Shashi Sheetal Sheila Shigeki Shigeo Shigeru Shilpa Shinichi Shinji Shinobu Shinya Shirley Shivani Shizuka Shobha
Shohei Shoichi Shoji Shota Shreya Shruti Shubha Shuichi Shuji Shun Shunsuke Shyam Sibylle Siddharth Siegfried Sigrid
Silke Silvia Silvio Simon Simone Simran Sindhu Sirikit Sirin Siriporn Siti Slamet Smita Sneha Sofia Sofie Sohail
Somchai Somkid Somsak Sonali Sonia Sonja Sophia Sophie Soren Sota Srettha Srinivas Stacey Stefan Stefania Stefanie
Stefano Stella Stephan Stephane Stephanie Stephen Steve Steven Stuart Suda Sudarat Sudha Sudhir Sue Sujata Sukma Suman
Sumiko Sumit Sunee Sunil Sunita Supachai Surachai Suraj Suresh Surya Suryo Susan Susana Susanna Susanne Sushil Sushma
Susilo Susumu Suzanne Sven Sverre Swati Syed Sylvain Sylvia Sylvie Tadao Tadashi Tahir Taichi Takahiro Takako Takao
Takashi Takayuki Takeo Takeru Takeshi Takumi Takuya Tamara Tamotsu Tania Tanja Tanvi Tara Tariq Taro Tarun Tatiana
Tatsuo Tatsuya Taufik Ted Teguh Teresa Terry Teruo Tess Tessa Tetsuo Tetsuya Thabo Thanakorn Thanawat Theo Theodor
Theodore Theresa Therese Thida Thierry Thomas Thorsten Tim Timo Timothy Tina Tobias Todd Tom Tomas Tomasz Tommaso
Tomoaki Tomohiro Tomoko Tomomi Tomoyuki Tony Torsten Toru Toshiaki Toshihiro Toshiko Toshio Toshiyuki Tracey Tracy
Trevor Trine Tsutomu Tsuyoshi Tunde Uday Ulf Ulla Ulrich Ulrike Uma Umesh Urs Ursula Usha Usman Uwe Vaibhav Valentin
Valentina Valerie Vandana Vanessa Varun Vasant Vera Vernon Veronica Veronika Vicente Vicky Victor Vidya Vijay Vikas
Vikram Viktor Vimal Vinay Vincent Vincenzo Vineet Vinod Viola Vipin Virginie Vishal Vivek Vivian Viviana Vladimir
Volker Wahyu Walter Wanchai Wanda Wasim Wataru Wawan Wayne Wendy Werner Wichai Widya Wilhelm William Wojciech Wolfgang
Xavier Yannick Yanti Yash Yasmeen Yasmin Yasuhiro Yasuko Yasuo Yasushi Yingluck Yogesh Yoichi Yoko Yoshiaki Yoshihiro
Yoshiko Yoshinori Yoshio Yoshiyuki Yosuke Younes Yousef Youssef Yudi Yui Yuichi Yuji Yuki Yukiko Yukio Yuko Yuliana
Yumi Yumiko Yusuf Yusuke Yutaka Yves Yvette Yvonne Zahra Zainab Zainal Zara Zeynep Zoe Zofia Zubair Zulkifli Zuzanna
"""
GIVEN_NAMES = frozenset(GIVEN_NAMES_TEXT.split())
SYLLABLES = (
    r"(?:Mei|Hui|Wei|Xiao|Jia|Li|Ming|Ying|Yu|Chun|Chia|Shu|Tsung|Chih|Yi|Kai|Po|Zi|Jing|Ching|Cheng|Shih|Pei|Wen|Jun"
    r"|Jean|Marie|Anne|Karl|Hans|Mary|Ann|Siew|Boon|Kok|Teck|Chin|Ka|Wai|Kwok|Man|Pui|Sze)"
)
PARTICLES = r"(?:de|del|della|di|da|dos|du|van|von|der|den|ter|la|le|bin|binti|al|ibn)"
NAME_WORD = rf"[{LATIN_CAPITALS}][\w’'-]{{1,20}}"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)"
# `Petra Vogel`, `Mei-Ling Quah`, `Anna K. de Groot`.
GIVEN_AND_FAMILY = re.compile(
    rf"(?<![\w’'&.-])(?=(?P<name>(?:{SYLLABLES}-[A-Z][a-z]{{1,6}}"
    rf"|(?P<given>[{LATIN_CAPITALS}][a-zà-ÿ]{{1,12}})(?:-[{LATIN_CAPITALS}][a-zà-ÿ]{{1,12}})?)"
    rf"(?: [A-Z]\.){{0,2}}(?: {PARTICLES}){{0,2}} {NAME_WORD}(?: (?!{DAY}){NAME_WORD})?))"
)
ACCENTS = str.maketrans("áàâãäåçéèêëíìîïñóòôõöøúùûüýÁÉÖØÅŽŠ", "aaaaaaceeeeiiiinoooooouuuuyAEOOAZS")


def begins_with_given_name(name):
    """Tell whether a name has the form of a person's: a given name and a family name behind it."""
    match = GIVEN_AND_FAMILY.match(name)
    return match is not None and _is_given(match)


def find_given_names(text):
    """Yield the matches of the given names in a text with the family `name` behind them."""
    reached = 0
    for match in filter(_is_given, GIVEN_AND_FAMILY.finditer(text)):
        if match.start() >= reached:
            reached = match.end("name")
            yield match


def _is_given(match):
    return match["given"] is None or match["given"].translate(ACCENTS) in GIVEN_NAMES
