/** The annotators of the sample project: the names say nothing of the order in which letters are given. */
export const SAMPLE_ANNOTATORS = ['Ann Bell', 'Bo Chen', 'Cy Dahl'] as const;

/**
 * Each sample article with what the three say about its text. A line names by letters who says it; a span is `label: words`,
 * with a value behind a bar where there is one, and several of one annotator are joined by ` + `. What all three say stands
 * alone; what they differ about ends with a line for the journeys, which is no part of the sample project: the keys by which
 * a reviewer settles it and, behind an arrowhead, the spans that gold gets.
 */
export const SAMPLE_NOTATION = `
= 01-alliance-concern.txt
ABC entity: Vladimir Putin
ABC quote: “A container is not a shell,”
A-C entity: Matthew Miller
-B- entity: Matthew Miller, its spokesman
Enter > entity: Matthew Miller
A-C entity: Vostochny space centre
-B- claim: Vostochny space centre
Enter > entity: Vostochny space centre
-B- claim: Traffic appears to run the other way as well
x
A-- claim: Both capitals have denied that weapons are changing hands
-B- claim: weapons are changing hands
--C claim: denied that weapons are changing hands
i > claim: weapons are changing hands
AB- entity: Larkmere Institute for Security Studies
Enter > entity: Larkmere Institute for Security Studies

= 02-tram-line-vote.txt
# Unanimous, and nested in one another.
ABC entity: Central Station
ABC quote: "This is a vote for people who do not own a car,"
# A boundary on which two agree.
A-- entity: Mayor Ruth Adeyemi
-BC entity: Ruth Adeyemi
Enter > entity: Ruth Adeyemi
# A label on which two agree.
A-C entity: 31.8 percent
-B- claim: 31.8 percent
Enter > entity: 31.8 percent
# A boundary on which nobody agrees.
A-- entity: Councillor Tom Bracken
-B- entity: Tom Bracken
--C entity: Councillor Tom Bracken, who leads the 19 members
2 Enter > entity: Councillor Tom Bracken
# Two of three, and one of three.
AB- entity: Pellworth Transit Authority
Enter > entity: Pellworth Transit Authority
-B- claim: I have sat through four presentations
x
# In one piece, and in two.
A-C claim: a tunnel under Market Street that the council had itself requested in 2022
-B- claim: a tunnel under Market Street + claim: the council had itself requested in 2022
s > claim: a tunnel under Market Street + claim: the council had itself requested in 2022
# All words, or the words that all have.
A-- claim: Twenty buses an hour already leave Central Station
-B- claim: buses an hour already leave Central Station for Hollin Park
--C claim: Twenty buses an hour already leave Central Station for Hollin Park in the morning peak
u > claim: Twenty buses an hour already leave Central Station for Hollin Park in the morning peak
# A value.
A-C entity: Wexcombe University|type=organisation
-B- entity: Wexcombe University|type=place
Enter > entity: Wexcombe University|type=organisation
ABC quote: "Two pounds ten,"

= 03-river-gauge-record.txt
ABC entity: Mossford Bridge
ABC quote: “I have walked past that mark every day of my life,”
A-- entity: Mayor Ilse Tarrant
-BC entity: Ilse Tarrant
Enter > entity: Ilse Tarrant
A-C claim: No deaths were reported
Enter > claim: No deaths were reported
A-C entity: Tanner’s Row
-B- quote: Tanner’s Row
Enter > entity: Tanner’s Row
A-- entity: Dr. Noor Castellane
-B- entity: Noor Castellane
--C entity: Dr. Noor Castellane, the survey’s chief hydrologist
2 Enter > entity: Dr. Noor Castellane

= 04-hospital-waiting-lists.txt
ABC entity: Carla Weiss
ABC quote: “A waiting list is a promise with a number on it,”
A-- entity: Auditor General Samuel Oyelaran
-BC entity: Samuel Oyelaran
Enter > entity: Samuel Oyelaran
AB- claim: The median wait for a new hip, according to the audit, is now 41 weeks
--C claim: now 41 weeks
Enter > claim: The median wait for a new hip, according to the audit, is now 41 weeks
--C entity: Lindmark law
x
AB- entity: St. Brennan’s Hospital
--C entity: St. Brennan’s
Enter > entity: St. Brennan’s Hospital

= 05-greyback-bank-fishing.txt
ABC entity: Greyback Bank
ABC quote: "Nobody cut anything,"
A-- entity: Commander Elias Roth
-BC entity: Elias Roth
Enter > entity: Elias Roth
A-- claim: a grey inflatable had crossed her wake twice
-B- claim: a grey inflatable had crossed her wake
--C claim: inflatable had crossed her wake twice
u > claim: a grey inflatable had crossed her wake twice
AB- entity: Morning Star
Enter > entity: Morning Star
-B- claim: None of the 29 people on board was hurt
1 Enter > claim: None of the 29 people on board was hurt

= 06-stadium-budget.txt
ABC entity: Wharf Lane
ABC quote: ‘We got the ground wrong,’
A-C entity: Miriam Tolley
-B- entity: chief executive, Miriam Tolley
Enter > entity: Miriam Tolley
A-- claim: Average attendance has dropped from 14,300 to 10,900
-B- claim: attendance has dropped from 14,300 to 10,900
--C claim: Average attendance has dropped from 14,300
u > claim: Average attendance has dropped from 14,300 to 10,900
A-C entity: £40m
-B- claim: £40m
Enter > entity: £40m
--C claim: a very nice brochure
x

= 07-bats-pine-song.txt
ABC entity: Orrin Field Station
ABC quote: “The part I trust most,”
A-- entity: Dr. Saskia Brandvold
-BC entity: Saskia Brandvold
Enter > entity: Saskia Brandvold
AB- claim: Every species of conifer has a voice of its own
Enter > claim: Every species of conifer has a voice of its own
A-C claim: 61 of 88 animals flew to the wrong hill
-B- entity: 61 of 88 animals flew to the wrong hill
Enter > claim: 61 of 88 animals flew to the wrong hill
A-- entity: Mateo Lindqvist-Paz
x

= 08-ferry-strike.txt
ABC entity: Skerry Lines
ABC quote: "We gave them 14 days' notice, twice,"
A-C entity: Moira Keane
-B- entity: Moira Keane, who heads
Enter > entity: Moira Keane
A-C entity: Great Skell
-B- claim: Great Skell
Enter > entity: Great Skell
A-- claim: the roster had been agreed to by the S.D.U. itself in 2018
-B- claim: the roster had been agreed to by the S.D.U. itself
--C claim: roster had been agreed to by the S.D.U. itself in 2018
i > claim: roster had been agreed to by the S.D.U. itself
-B- entity: Lady Skell
1 Enter > entity: Lady Skell

= 09-data-centre-water.txt
ABC entity: Nimbrel Systems
ABC quote: “It’s not a cloud. A cloud gives it back.”
A-- entity: Loretta Beasley, a rancher
-B- entity: Loretta Beasley
--C entity: said Loretta Beasley
3 Enter > entity: Loretta Beasley
A-C claim: Both numbers are correct
Enter > claim: Both numbers are correct
A-- entity: Dr. Priya Raman
-BC entity: Priya Raman
Enter > entity: Priya Raman
--C entity: Ashgrove Ledger
x

= 10-desalination-ar.txt
ABC entity: سيدي مرجان
ABC quote: «لن ينتظر أحد بعد اليوم صهريج الماء أمام بيته»
A-- entity: الدكتور سامر الحلواني
-BC entity: سامر الحلواني
Enter > entity: سامر الحلواني
A-C entity: الهيئة الوطنية للمياه (NWA)
-B- entity: الهيئة الوطنية للمياه
Enter > entity: الهيئة الوطنية للمياه (NWA)
AB- claim: الأنبوب قصير
Enter > claim: الأنبوب قصير
-B- entity: شركة Marjan Hydro
x

= 11-nachtzug-de.txt
ABC entity: Port Alme
ABC quote: „Wir kaufen keine Romantik ein“
--C entity: Landtag
x
A-- entity: Verkehrsministerin Dr. Annegret Sollmann
-BC entity: Annegret Sollmann
Enter > entity: Annegret Sollmann
A-C entity: Technischen Hochschule Lauterfeld
-B- claim: Technischen Hochschule Lauterfeld
Enter > entity: Technischen Hochschule Lauterfeld
A-- claim: Ihre Wagen sind im Schnitt 37 Jahre alt
-B- claim: im Schnitt 37 Jahre alt
--C claim: Wagen sind im Schnitt 37 Jahre alt
u > claim: Ihre Wagen sind im Schnitt 37 Jahre alt

= 12-phare-morvec-fr.txt
ABC entity: Morvec
ABC quote: On nous a changé la nuit
A-C entity: Marc Tanguérec
-B- entity: Le directeur de la DBF, Marc Tanguérec
Enter > entity: Marc Tanguérec
AB- claim: 140 ont déjà été convertis
Enter > claim: 140 ont déjà été convertis
-B- entity: Petrel
x
A-- entity: Dr Paol Kermorvan
-B- entity: Paol Kermorvan
--C entity: le Dr Paol Kermorvan
2 Enter > entity: Dr Paol Kermorvan

= 13-emoji-ballot.txt
ABC entity: Museum of Small Signs
ABC quote: “We had planned a party for one winner,”
A-C entity: 👋🏽
-B- claim: 👋🏽
Enter > entity: 👋🏽
A-- claim: The family 👨‍👩‍👧‍👦, an early favorite, fell to third place
-B- claim: an early favorite, fell to third place
--C claim: The family 👨‍👩‍👧‍👦, an early favorite
u > claim: The family 👨‍👩‍👧‍👦, an early favorite, fell to third place
--C entity: Uruguay 🇺🇾
x
A-C entity: Hanne Okafor
-B- entity: Dr. Hanne Okafor
Enter > entity: Hanne Okafor

= 14-orvane-dam-long-read.txt
ABC entity: Lake Orvane
ABC quote: “The money was not stolen,”
AB- claim: They are under the lake
Enter > claim: They are under the lake
A-- entity: Judge Marguerite Ansell
-BC entity: Marguerite Ansell
Enter > entity: Marguerite Ansell
A-- claim: She found nobody guilty of theft
-B- claim: nobody guilty of theft
--C claim: She found nobody guilty
i > claim: nobody guilty
-B- entity: Ada Kolbrun
1 Enter > entity: Ada Kolbrun
`;
