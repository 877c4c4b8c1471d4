-- $1 user, $2 card, $3 note, $4 translation in place of the catalogue's; null: as it is, empty: none
UPDATE user_vocabulary
SET note = CASE WHEN $3::text IS NULL THEN note ELSE nullif($3, '') END,
    own_translation = CASE WHEN $4::varchar IS NULL THEN own_translation ELSE nullif($4, '') END
WHERE user_id = $1::uuid AND id = $2::uuid
