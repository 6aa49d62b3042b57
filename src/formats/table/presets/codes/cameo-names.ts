/**
 * The event codes of CAMEO (Conflict and Mediation Event Observations; P. A. Schrodt, CAMEO Codebook 1.1b3, 2012) with a short
 * name of ours for each. Codes are texts: `010` isn't `10`.
 */
export const CAMEO_NAMES = `
01 Public statement
010 Make a statement
011 Decline to comment
012 Comment with pessimism
013 Comment with optimism
014 Consider a policy
015 Claim responsibility
016 Deny responsibility
017 Symbolic act
018 Express sympathy
019 Express accord
02 Appeal
020 Appeal
021 Appeal for material cooperation
0211 Appeal for economic cooperation
0212 Appeal for military cooperation
0213 Appeal for judicial cooperation
0214 Appeal for intelligence
022 Appeal for diplomatic cooperation
023 Appeal for aid
0231 Appeal for economic aid
0232 Appeal for military aid
0233 Appeal for humanitarian aid
0234 Appeal for protection or peacekeepers
024 Appeal for political reform
0241 Appeal for new leaders
0242 Appeal for a new policy
0243 Appeal for rights
0244 Appeal for new institutions
025 Appeal to yield
0251 Appeal to ease administrative sanctions
0252 Appeal to ease dissent
0253 Appeal for a release
0254 Appeal to ease economic sanctions
0255 Appeal to admit international involvement
0256 Appeal to de-escalate
026 Appeal for talks between others
027 Appeal to others to settle
028 Appeal to others to accept mediation
03 Intent to cooperate
030 State intent to cooperate
031 Intend material cooperation
0311 Intend economic cooperation
0312 Intend military cooperation
0313 Intend judicial cooperation
0314 Intend to share intelligence
032 Intend diplomatic cooperation
033 Intend to give aid
0331 Intend economic aid
0332 Intend military aid
0333 Intend humanitarian aid
0334 Intend protection or peacekeepers
034 Intend political reform
0341 Intend to change leaders
0342 Intend to change policy
0343 Intend to grant rights
0344 Intend to change institutions
035 Intend to yield
0351 Intend to ease administrative sanctions
0352 Intend to ease dissent
0353 Intend a release
0354 Intend to ease economic sanctions
0355 Intend to admit international involvement
0356 Intend to de-escalate
036 Intend to meet or negotiate
037 Intend to settle a dispute
038 Intend to accept mediation
039 Intend to mediate
04 Consult
040 Consult
041 Speak by telephone
042 Make a visit
043 Host a visit
044 Meet in a third place
045 Mediate
046 Negotiate
05 Diplomatic cooperation
050 Cooperate diplomatically
051 Praise or endorse
052 Defend in words
053 Rally support
054 Recognise diplomatically
055 Apologise
056 Forgive
057 Sign an agreement
06 Material cooperation
060 Cooperate materially
061 Cooperate economically
062 Cooperate militarily
063 Cooperate judicially
064 Share intelligence or information
07 Give aid
070 Give aid
071 Give economic aid
072 Give military aid
073 Give humanitarian aid
074 Give protection or peacekeepers
075 Grant asylum
08 Yield
080 Yield
081 Ease administrative sanctions
0811 Ease limits on political freedoms
0812 Lift a ban on parties or politicians
0813 Ease a curfew
0814 Ease a state of emergency
082 Ease dissent
083 Accept political reform
0831 Accept new leaders
0832 Accept a new policy
0833 Accept rights
0834 Accept new institutions
084 Return or release
0841 Release people
0842 Return property
085 Ease economic sanctions
086 Admit international involvement
0861 Receive peacekeepers
0862 Receive inspectors
0863 Let humanitarian aid in
087 De-escalate
0871 Declare a truce
0872 Ease a blockade
0873 Demobilise
0874 Retreat or surrender
09 Investigate
090 Investigate
091 Investigate crime or corruption
092 Investigate abuses of human rights
093 Investigate military action
094 Investigate war crimes
10 Demand
100 Demand
101 Demand information or an inquiry
1011 Demand economic cooperation
1012 Demand military cooperation
1013 Demand judicial cooperation
1014 Demand intelligence cooperation
102 Demand policy support
103 Demand aid, protection or peacekeepers
1031 Demand economic aid
1032 Demand military aid
1033 Demand humanitarian aid
1034 Demand protection or peacekeepers
104 Demand political reform
1041 Demand new leaders
1042 Demand a new policy
1043 Demand rights
1044 Demand new institutions
105 Demand mediation
1051 Demand easing of administrative sanctions
1052 Demand easing of dissent
1053 Demand a release
1054 Demand easing of economic sanctions
1055 Demand international involvement
1056 Demand de-escalation
106 Demand withdrawal
107 Demand a ceasefire
108 Demand talks
11 Disapprove
110 Disapprove
111 Criticise or denounce
112 Accuse
1121 Accuse of crime or corruption
1122 Accuse of abuses of human rights
1123 Accuse of aggression
1124 Accuse of war crimes
1125 Accuse of espionage or treason
113 Rally opposition
114 Complain officially
115 Bring a lawsuit
116 Find guilty or liable
12 Reject
120 Reject
121 Reject material cooperation
1211 Reject economic cooperation
1212 Reject military cooperation
122 Reject a request for aid
1221 Reject a request for economic aid
1222 Reject a request for military aid
1223 Reject a request for humanitarian aid
1224 Reject a request for protection or peacekeepers
123 Reject political reform
1231 Reject new leaders
1232 Reject a new policy
1233 Reject rights
1234 Reject new institutions
124 Refuse to yield
1241 Refuse to ease administrative sanctions
1242 Refuse to ease dissent
1243 Refuse a release
1244 Refuse to ease economic sanctions
1245 Refuse international involvement
1246 Refuse to de-escalate
125 Reject talks
126 Reject mediation
127 Reject a plan to settle
128 Defy norms or law
129 Veto
13 Threaten
130 Threaten
131 Threaten without force
1311 Threaten to cut aid
1312 Threaten with sanctions or a boycott
1313 Threaten to reduce relations
132 Threaten with administrative sanctions
1321 Threaten to limit political freedoms
1322 Threaten to ban parties or politicians
1323 Threaten with a curfew
1324 Threaten with a state of emergency
133 Threaten with protest
134 Threaten to halt negotiations
135 Threaten to halt mediation
136 Threaten to halt international involvement
137 Threaten with repression
138 Threaten with military force
1381 Threaten with a blockade
1382 Threaten with occupation
1383 Threaten with unconventional violence
1384 Threaten with a conventional attack
1385 Threaten with weapons of mass destruction
139 Give an ultimatum
14 Protest
140 Political dissent
141 Demonstrate or rally
1411 Demonstrate for new leaders
1412 Demonstrate for a new policy
1413 Demonstrate for rights
1414 Demonstrate for new institutions
142 Hunger strike
1421 Hunger strike for new leaders
1422 Hunger strike for a new policy
1423 Hunger strike for rights
1424 Hunger strike for new institutions
143 Strike or boycott
1431 Strike or boycott for new leaders
1432 Strike or boycott for a new policy
1433 Strike or boycott for rights
1434 Strike or boycott for new institutions
144 Obstruct passage
1441 Obstruct passage for new leaders
1442 Obstruct passage for a new policy
1443 Obstruct passage for rights
1444 Obstruct passage for new institutions
145 Violent protest or riot
1451 Violent protest for new leaders
1452 Violent protest for a new policy
1453 Violent protest for rights
1454 Violent protest for new institutions
15 Show of force
150 Show military or police power
151 Raise police alert
152 Raise military alert
153 Mobilise police
154 Mobilise armed forces
16 Reduce relations
160 Reduce relations
161 Reduce or break diplomatic relations
162 Reduce or stop aid
1621 Reduce or stop economic aid
1622 Reduce or stop military aid
1623 Reduce or stop humanitarian aid
163 Impose sanctions, an embargo or a boycott
164 Halt negotiations
165 Halt mediation
166 Expel or withdraw
1661 Expel or withdraw peacekeepers
1662 Expel or withdraw inspectors
1663 Expel or withdraw aid agencies
17 Coerce
170 Coerce
171 Seize or damage property
1711 Confiscate property
1712 Destroy property
172 Impose administrative sanctions
1721 Limit political freedoms
1722 Ban parties or politicians
1723 Impose a curfew
1724 Impose a state of emergency
173 Arrest or charge
174 Expel or deport people
175 Repress violently
18 Assault
180 Unconventional violence
181 Abduct or take hostage
182 Assault
1821 Sexual assault
1822 Torture
1823 Kill by assault
183 Bombing
1831 Suicide bombing
1832 Car bombing
1833 Roadside bombing
184 Use a human shield
185 Attempt to assassinate
186 Assassinate
19 Fight
190 Conventional force
191 Impose a blockade
192 Occupy territory
193 Fight with small arms
194 Fight with artillery and tanks
195 Use weapons from the air
1951 Use precision-guided weapons from the air
1952 Use remotely piloted weapons from the air
196 Break a ceasefire
20 Mass violence
200 Unconventional mass violence
201 Mass expulsion
202 Mass killing
203 Ethnic cleansing
204 Weapons of mass destruction
2041 Chemical, biological or radiological weapons
2042 Nuclear weapons
`;
