/**
 * The event codes of WEIS (World Event Interaction Survey; C. A. McClelland, 1976) as the Kansas Event Data System extended
 * them, with a short name of ours for each. Codes that KEDS data hold and no codebook tells have none.
 */
export const WEIS_NAMES = `
01 Yield
010 Yield
011 Surrender
012 Retreat
013 Retract
014 Accommodate or cease fire
015 Cede power
02 Comment
020 Comment
021 Decline to comment
022 Comment with pessimism
023 Comment neutrally
024 Comment with optimism
025 Explain a position
026 Appoint or elect
027 Change rules
03 Consult
030 Consult
031 Meet
032 Visit
033 Receive
034 Vote or elect
04 Approve
040 Approve
041 Praise
042 Endorse
043 Rally support
05 Promise
050 Promise
051 Promise policy support
052 Promise material support
053 Promise other support
054 Assure
055 Promise rights
06 Grant
060 Grant
061 Apologise
062 Invite
063 Grant asylum
064 Grant a privilege
065 Truce
066 Release
067 Grant a position
07 Reward
070 Reward
071 Give economic aid
072 Give military aid
073 Give other aid
08 Agree
080 Agree
081 Make an agreement
082 Agree to act later
083 Ally
084 Merge or integrate
09 Request
090 Request
091 Ask for information
092 Ask for policy support
093 Ask for material aid
094 Call for
095 Plead
096 Ask for a new policy
10 Propose
100 Propose
101 Offer a proposal
102 Urge
11 Reject
110 Reject
111 Turn down
112 Refuse
113 Defy law
12 Accuse
120 Accuse
121 Criticise
122 Denigrate
123 Investigate
13 Protest
130 Protest
131 Complain
132 Protest formally
133 Symbolic act
14 Deny
140 Deny
141 Deny an accusation
142 Deny an action
15 Demand
150 Demand
151 Command
152 Claim rights
16 Warn
160 Warn
161 Warn of policies
162 Warn of a problem
17 Threaten
170 Threaten
171 Threaten without saying what
172 Threaten without force
173 Threaten with force
174 Give an ultimatum
18 Demonstrate
180 Demonstrate
181 Demonstrate without arms
182 Show military power
19 Reduce relations
190 Reduce relations
191 Cancel an event
192 Cut a routine act
193 Cut aid
194 Halt negotiations
195 Break diplomatic relations
196 Strike
197 Censor
198 Withdraw from
20 Expel
200 Expel
201 Expel personnel
202 Expel a group
203 Ban an organisation
21 Seize
210 Seize
211 Seize possessions
212 Arrest
213 Hijack or kidnap
22 Force
220 Force
221 Destroy without injury
222 Destroy without arms
223 Fight
224 Riot
225 Assassinate or torture
`;
