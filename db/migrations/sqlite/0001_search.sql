-- The bigrams of question_texts, by its number. They alone are indexed: the text lies in the table.
CREATE VIRTUAL TABLE `question_bigrams` USING fts5(bigrams, content='', contentless_delete=1, detail=none, tokenize='ascii');
