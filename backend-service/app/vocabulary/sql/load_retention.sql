-- $1 user, $2 the learner's day -> reviews and how many were remembered, by period; one row a day is read
SELECT p.period,
       coalesce(sum(d.introduced + d.learning + d.young + d.mature), 0)::bigint AS reviews,
       coalesce(sum(d.young), 0)::bigint AS young, coalesce(sum(d.young_recalled), 0)::bigint AS young_recalled,
       coalesce(sum(d.mature), 0)::bigint AS mature, coalesce(sum(d.mature_recalled), 0)::bigint AS mature_recalled
FROM (VALUES (1, 'today', $2::date, $2::date), (2, 'yesterday', $2::date - 1, $2::date - 1),
             (3, 'week', $2::date - 6, $2::date), (4, 'month', $2::date - 29, $2::date),
             (5, 'year', $2::date - 364, $2::date), (6, 'all', '-infinity', 'infinity'))
     AS p(place, period, first_day, last_day)
LEFT JOIN review_days d ON d.user_id = $1::uuid AND d.day BETWEEN p.first_day AND p.last_day
GROUP BY p.place, p.period
ORDER BY p.place
