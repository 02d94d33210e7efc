-- Small pictures of the faces whose templates are on file, where the operator has them kept; none otherwise. What can be read
-- without a key: how many there are of which pseudonym. They go with their person's row, whoever deletes it.
CREATE TABLE facecheck_portrait (
  person  UUID    NOT NULL REFERENCES facecheck_person (person) ON DELETE CASCADE,
  -- From 0, in the order in which they were enrolled.
  place   INTEGER NOT NULL,
  -- AES-256-GCM under the data key of the person's row: nonce, ciphertext, tag.
  content BYTEA   NOT NULL,
  PRIMARY KEY (person, place)
);
