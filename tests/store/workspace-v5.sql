-- A workspace of schema version 5, as its program left it: version 4 of it, brought up to date, with one kept result.
-- Never to be changed: it stands for the files that people have.
PRAGMA application_id = 1398361679;
PRAGMA user_version = 5;
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE anchor (id INTEGER PRIMARY KEY, claim TEXT REFERENCES claim (id) ON DELETE CASCADE, pair TEXT REFERENCES pair (id) ON DELETE CASCADE, position INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article (id), start INTEGER NOT NULL, stop INTEGER NOT NULL, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, CHECK ((claim IS NULL) <> (pair IS NULL)), CHECK (0 <= start AND start <= stop));
INSERT INTO "anchor" VALUES(1,'0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11',NULL,0,1,34,132,'The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.','rry runs aground off Quendport

','

Twelve people were injured whe');
INSERT INTO "anchor" VALUES(2,'0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11',NULL,1,2,20,118,'On Tuesday night the ferry Marisol ran aground near Quendport harbour with 84 passengers on board.','Marisol hits rocks

','

At least 20 people were injure');
INSERT INTO "anchor" VALUES(3,NULL,'7f2a9b44-1c0e-4f0e-8f3e-9f6f6f5f0a22',0,1,285,321,'The company promised a full inquiry.',' had been asleep on the bridge. ','
');
INSERT INTO "anchor" VALUES(4,NULL,'7f2a9b44-1c0e-4f0e-8f3e-9f6f6f5f0a22',1,2,268,307,'Divers will look at the hull on Friday.','ptain was asleep on the bridge. ','
');
INSERT INTO "anchor" VALUES(5,'a01972c3-a763-422f-a9b3-93ba86f62b0e',NULL,0,2,0,18,'Marisol hits rocks','','

On Tuesday night the ferry Mar');
INSERT INTO "anchor" VALUES(6,'a01972c3-a763-422f-a9b3-93ba86f62b0e',NULL,1,2,120,211,'At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.','r with 84 passengers on board.

','

A passenger said the captain w');
INSERT INTO "anchor" VALUES(7,'a01972c3-a763-422f-a9b3-93ba86f62b0e',NULL,2,1,134,225,'Twelve people were injured when the ferry struck the rocks, harbour master Ilse Quend said.','t with 84 passengers on board.

','

The captain denied that he had');
CREATE TABLE article (id INTEGER PRIMARY KEY, key TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, number INTEGER NOT NULL, blob TEXT REFERENCES blob (sha256), encoding TEXT, text TEXT NOT NULL, blocks TEXT NOT NULL, imported INTEGER NOT NULL, title TEXT, outlet TEXT, byline TEXT, published TEXT, url TEXT, language TEXT, UNIQUE (key, path));
INSERT INTO "article" VALUES(1,'e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343','post.txt','e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343',0,'e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343','UTF-8','Ferry runs aground off Quendport

The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.

Twelve people were injured when the ferry struck the rocks, harbour master Ilse Quend said.

The captain denied that he had been asleep on the bridge. The company promised a full inquiry.
','[[0, 321, 0, 0]]',1790000000,'Ferry runs aground off Quendport','Harbour Post',NULL,NULL,NULL,'en');
INSERT INTO "article" VALUES(2,'6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe','daily.txt','6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe',0,'6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe','UTF-8','Marisol hits rocks

On Tuesday night the ferry Marisol ran aground near Quendport harbour with 84 passengers on board.

At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.

A passenger said the captain was asleep on the bridge. Divers will look at the hull on Friday.
','[[0, 307, 0, 0]]',1790000000,'Marisol hits rocks','daily',NULL,NULL,NULL,'en');
CREATE TABLE blob (sha256 TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL);
INSERT INTO "blob" VALUES('e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343',X'46657272792072756E73206167726F756E64206F6666205175656E64706F72740A0A546865206665727279204D617269736F6C2072616E206167726F756E64206E656172205175656E64706F727420686172626F7572206F6E2054756573646179206E6967687420776974682038342070617373656E67657273206F6E20626F6172642E0A0A5477656C76652070656F706C65207765726520696E6A75726564207768656E207468652066657272792073747275636B2074686520726F636B732C20686172626F7572206D617374657220496C7365205175656E6420736169642E0A0A546865206361707461696E2064656E696564207468617420686520686164206265656E2061736C656570206F6E20746865206272696467652E2054686520636F6D70616E792070726F6D6973656420612066756C6C20696E71756972792E0A');
INSERT INTO "blob" VALUES('6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe',X'4D617269736F6C206869747320726F636B730A0A4F6E2054756573646179206E6967687420746865206665727279204D617269736F6C2072616E206167726F756E64206E656172205175656E64706F727420686172626F757220776974682038342070617373656E67657273206F6E20626F6172642E0A0A4174206C656173742032302070656F706C65207765726520696E6A75726564207768656E207468652066657272792073747275636B2074686520726F636B732C206120686F73706974616C2073706F6B65736D616E20736169642E0A0A412070617373656E676572207361696420746865206361707461696E207761732061736C656570206F6E20746865206272696467652E204469766572732077696C6C206C6F6F6B206174207468652068756C6C206F6E204672696461792E0A');
CREATE TABLE claim (id TEXT NOT NULL PRIMARY KEY, wording TEXT, summary TEXT, verdict INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 3), note TEXT, annotator TEXT, time INTEGER NOT NULL, exact INTEGER NOT NULL, removed INTEGER NOT NULL, settled INTEGER NOT NULL DEFAULT 0, merged TEXT);
INSERT INTO "claim" VALUES('0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11',NULL,'The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.',2,'Ask the coast guard.','ada',1790000060,0,0,0,NULL);
INSERT INTO "claim" VALUES('a01972c3-a763-422f-a9b3-93ba86f62b0e',NULL,'At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.',3,'Call the hospital.','ada',1795562597,0,0,1,NULL);
CREATE TABLE claim_tag (claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, tag TEXT NOT NULL REFERENCES tag (id), position INTEGER NOT NULL, PRIMARY KEY (claim, tag)) WITHOUT ROWID;
INSERT INTO "claim_tag" VALUES('0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11','b1c5f0de-0f4e-4f1b-9d57-0c9f3f7e2a10',0);
CREATE TABLE comment (id TEXT NOT NULL, claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, position INTEGER NOT NULL, parent TEXT, annotator TEXT, time INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (claim, id)) WITHOUT ROWID;
INSERT INTO "comment" VALUES('5c0b2f6d-70b0-4a0e-8f0c-3a1d9c55e0b2','0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11',0,NULL,'Ada',1795562597,'The list of passengers is not public.');
CREATE TABLE corpus (id INTEGER PRIMARY KEY, title TEXT, uris TEXT NOT NULL, time INTEGER NOT NULL, name TEXT, pivot INTEGER REFERENCES article (id));
INSERT INTO "corpus" VALUES(1,'Ferry','["file:///ferry"]',1790000000,'Aground',2);
INSERT INTO "corpus" VALUES(2,'ferry','["file:///harbour/ferry"]',1790000100,NULL,NULL);
CREATE TABLE corpus_article (corpus INTEGER NOT NULL REFERENCES corpus (id), article INTEGER NOT NULL REFERENCES article (id), position INTEGER, place INTEGER, hidden INTEGER, PRIMARY KEY (corpus, article)) WITHOUT ROWID;
INSERT INTO "corpus_article" VALUES(1,1,0,1,0);
INSERT INTO "corpus_article" VALUES(1,2,1,0,0);
INSERT INTO "corpus_article" VALUES(2,1,1,NULL,NULL);
INSERT INTO "corpus_article" VALUES(2,2,0,NULL,NULL);
CREATE TABLE edit (article INTEGER NOT NULL REFERENCES article (id), field TEXT NOT NULL CHECK (field IN ('title', 'outlet', 'byline', 'published', 'url', 'language')), value TEXT, PRIMARY KEY (article, field)) WITHOUT ROWID;
INSERT INTO "edit" VALUES(1,'outlet','The Harbour Post');
CREATE TABLE evidence (id INTEGER PRIMARY KEY, claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, position INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('statement', 'url', 'file', 'note')), target TEXT NOT NULL, label TEXT, sha256 TEXT REFERENCES blob (sha256), time INTEGER NOT NULL, anchor TEXT);
INSERT INTO "evidence" VALUES(1,'0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11',0,'url','https://example.org/log','Harbour log',NULL,1790000110,NULL);
CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, annotator TEXT, verb TEXT NOT NULL, claim TEXT, detail TEXT, target INTEGER REFERENCES history (id), payload TEXT NOT NULL);
INSERT INTO "history" VALUES(1,1790000060,'ada','tag','0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11','disputed',NULL,'[{"kind":"claim","id":"0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11","before":null,"after":{"summary":"The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.","verdict":2,"annotator":"ada","time":1790000060,"exact":false,"removed":false,"anchors":[{"article":"e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343","path":"post.txt","start":34,"end":132,"quote":"The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.","prefix":"rry runs aground off Quendport\n\n","suffix":"\n\nTwelve people were injured whe"},{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":20,"end":118,"quote":"On Tuesday night the ferry Marisol ran aground near Quendport harbour with 84 passengers on board.","prefix":"Marisol hits rocks\n\n","suffix":"\n\nAt least 20 people were injure"}],"evidence":[]}}]');
INSERT INTO "history" VALUES(2,1790000070,'ada','note','0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11',NULL,NULL,'[{"kind":"claim","id":"0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11","before":{"summary":"The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.","verdict":2,"annotator":"ada","time":1790000060,"exact":false,"removed":false,"anchors":[{"article":"e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343","path":"post.txt","start":34,"end":132,"quote":"The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.","prefix":"rry runs aground off Quendport\n\n","suffix":"\n\nTwelve people were injured whe"},{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":20,"end":118,"quote":"On Tuesday night the ferry Marisol ran aground near Quendport harbour with 84 passengers on board.","prefix":"Marisol hits rocks\n\n","suffix":"\n\nAt least 20 people were injure"}],"evidence":[]},"after":{"summary":"The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.","verdict":2,"note":"Ask the coast guard.","annotator":"ada","time":1790000060,"exact":false,"removed":false,"anchors":[{"article":"e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343","path":"post.txt","start":34,"end":132,"quote":"The ferry Marisol ran aground near Quendport harbour on Tuesday night with 84 passengers on board.","prefix":"rry runs aground off Quendport\n\n","suffix":"\n\nTwelve people were injured whe"},{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":20,"end":118,"quote":"On Tuesday night the ferry Marisol ran aground near Quendport harbour with 84 passengers on board.","prefix":"Marisol hits rocks\n\n","suffix":"\n\nAt least 20 people were injure"}],"evidence":[]}}]');
INSERT INTO "history" VALUES(3,1790000080,'ada','edit',NULL,'outlet',NULL,'[{"kind":"edit","id":"1/outlet","before":null,"after":{"value":"The Harbour Post"}}]');
INSERT INTO "history" VALUES(4,1790000090,'ada','link',NULL,'Harbour Post – Tide Daily',NULL,'[{"kind":"pair","id":"7f2a9b44-1c0e-4f0e-8f3e-9f6f6f5f0a22","before":null,"after":{"kind":1,"annotator":"ada","time":1790000090,"anchors":[{"article":"e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343","path":"post.txt","start":285,"end":321,"quote":"The company promised a full inquiry.","prefix":" had been asleep on the bridge. ","suffix":"\n"},{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":268,"end":307,"quote":"Divers will look at the hull on Friday.","prefix":"ptain was asleep on the bridge. ","suffix":"\n"}]}}]');
INSERT INTO "history" VALUES(5,1795562597,'ada','tag','a01972c3-a763-422f-a9b3-93ba86f62b0e','unverified',NULL,'[{"kind":"claim","id":"a01972c3-a763-422f-a9b3-93ba86f62b0e","before":null,"after":{"summary":"At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.","verdict":3,"annotator":"ada","time":1795562597,"exact":false,"removed":false,"anchors":[{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":0,"end":18,"quote":"Marisol hits rocks","prefix":"","suffix":"\n\nOn Tuesday night the ferry Mar"},{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":120,"end":211,"quote":"At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.","prefix":"r with 84 passengers on board.\n\n","suffix":"\n\nA passenger said the captain w"},{"article":"e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343","path":"post.txt","start":134,"end":225,"quote":"Twelve people were injured when the ferry struck the rocks, harbour master Ilse Quend said.","prefix":"t with 84 passengers on board.\n\n","suffix":"\n\nThe captain denied that he had"}],"evidence":[]}}]');
INSERT INTO "history" VALUES(6,1795562597,'ada','note','a01972c3-a763-422f-a9b3-93ba86f62b0e',NULL,NULL,'[{"kind":"claim","id":"a01972c3-a763-422f-a9b3-93ba86f62b0e","before":{"summary":"At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.","verdict":3,"annotator":"ada","time":1795562597,"exact":false,"removed":false,"anchors":[{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":0,"end":18,"quote":"Marisol hits rocks","prefix":"","suffix":"\n\nOn Tuesday night the ferry Mar"},{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":120,"end":211,"quote":"At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.","prefix":"r with 84 passengers on board.\n\n","suffix":"\n\nA passenger said the captain w"},{"article":"e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343","path":"post.txt","start":134,"end":225,"quote":"Twelve people were injured when the ferry struck the rocks, harbour master Ilse Quend said.","prefix":"t with 84 passengers on board.\n\n","suffix":"\n\nThe captain denied that he had"}],"evidence":[]},"after":{"summary":"At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.","verdict":3,"note":"Call the hospital.","annotator":"ada","time":1795562597,"exact":false,"removed":false,"anchors":[{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":0,"end":18,"quote":"Marisol hits rocks","prefix":"","suffix":"\n\nOn Tuesday night the ferry Mar"},{"article":"6fcfb53244fb17943d701e8d331f59b1ee1f71e4c9b9693e06d9c9b8fe939dbe","path":"daily.txt","start":120,"end":211,"quote":"At least 20 people were injured when the ferry struck the rocks, a hospital spokesman said.","prefix":"r with 84 passengers on board.\n\n","suffix":"\n\nA passenger said the captain w"},{"article":"e2d2cd9bab8508764fdc37a101ef85b6d6a318f45aaa60059d4f588401d71343","path":"post.txt","start":134,"end":225,"quote":"Twelve people were injured when the ferry struck the rocks, harbour master Ilse Quend said.","prefix":"t with 84 passengers on board.\n\n","suffix":"\n\nThe captain denied that he had"}],"evidence":[]}}]');
CREATE TABLE history_about (history INTEGER NOT NULL REFERENCES history (id), claim TEXT NOT NULL, PRIMARY KEY (claim, history)) WITHOUT ROWID;
CREATE TABLE pair (id TEXT NOT NULL PRIMARY KEY, kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3), key TEXT, annotator TEXT, time INTEGER NOT NULL, reason TEXT, CHECK ((kind = 3) = (key IS NOT NULL)));
INSERT INTO "pair" VALUES('7f2a9b44-1c0e-4f0e-8f3e-9f6f6f5f0a22',1,NULL,'ada',1790000090,NULL);
CREATE TABLE pointer (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO "pointer" VALUES('corpus',1);
INSERT INTO "pointer" VALUES('undo',6);
CREATE TABLE stance (claim TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE, article INTEGER NOT NULL REFERENCES article (id), stance INTEGER NOT NULL CHECK (stance BETWEEN 0 AND 3), annotator TEXT, time INTEGER NOT NULL, PRIMARY KEY (claim, article)) WITHOUT ROWID;
INSERT INTO "stance" VALUES('0d5c1a3e-6a0b-4c53-9a55-3b9d1f0c7e11',2,3,'Ada',1795562597);
CREATE TABLE step (position INTEGER PRIMARY KEY, history INTEGER NOT NULL REFERENCES history (id));
INSERT INTO "step" VALUES(1,1);
INSERT INTO "step" VALUES(2,2);
INSERT INTO "step" VALUES(3,3);
INSERT INTO "step" VALUES(4,4);
INSERT INTO "step" VALUES(5,5);
INSERT INTO "step" VALUES(6,6);
CREATE TABLE tag (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, scale TEXT, key INTEGER NOT NULL CHECK (key = 0 OR key BETWEEN 4 AND 9), position INTEGER NOT NULL, retired INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO "tag" VALUES('b1c5f0de-0f4e-4f1b-9d57-0c9f3f7e2a10','ask again','',4,0,0);
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
CREATE INDEX corpus_article_article ON corpus_article (article);
CREATE INDEX anchor_claim ON anchor (claim) WHERE claim IS NOT NULL;
CREATE INDEX anchor_pair ON anchor (pair) WHERE pair IS NOT NULL;
CREATE INDEX anchor_article ON anchor (article);
CREATE INDEX history_claim ON history (claim) WHERE claim IS NOT NULL;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE (ABORT, 'history is only ever added to'); END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE (ABORT, 'history is only ever added to'); END;
CREATE INDEX evidence_claim ON evidence (claim);
CREATE INDEX claim_tag_tag ON claim_tag (tag);
CREATE INDEX stance_article ON stance (article);
CREATE INDEX history_about_history ON history_about (history);
CREATE TABLE result (key TEXT NOT NULL PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE INDEX result_used ON result (used);
INSERT INTO "result" VALUES('0011aa',7,4,x'00010203');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('history',6);
COMMIT;
