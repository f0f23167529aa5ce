-- Pairs of neighbouring letters, none across the end of a line: what a search by part of a text goes by.
CREATE FUNCTION "bigrams_of"("value" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT "pair"), '{}') FROM (
    SELECT "letter" || lead("letter") OVER (ORDER BY "place") AS "pair"
    FROM unnest(string_to_array("value", NULL)) WITH ORDINALITY AS "letters"("letter", "place")
  ) AS "pairs" WHERE "pair" IS NOT NULL AND position(E'\n' IN "pair") = 0
$$;
--> statement-breakpoint
CREATE INDEX "question_texts_bigrams" ON "question_texts" USING gin ("bigrams_of"("text"));
