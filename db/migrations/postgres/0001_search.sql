-- Pairs of neighbouring letters: what a search by part of a text goes by.
CREATE INDEX "question_texts_bigrams" ON "question_texts" USING gin ("bigrams");
