"""The same four routes as an experienced Python team would write them: FastAPI, SQLAlchemy 2 (async, asyncpg),
orjson, uvloop, the `fsrs` package. It reads and writes the Backend's own tables.

What it leaves out works in its favour: idempotency keys, rate limits, request ids, metrics, request log, achievements.
"""
import datetime as dt
import os
import uuid
from zoneinfo import ZoneInfo

import jwt
from fastapi import Depends, FastAPI, Header, HTTPException, Query
from fastapi.responses import ORJSONResponse
from fsrs import Card, Rating, Scheduler, State
from pydantic import BaseModel, Field
from sqlalchemy import (Boolean, Date, DateTime, Float, ForeignKey, Integer, SmallInteger, String, case, exists, func,
                        select, update)
from sqlalchemy.dialects.postgresql import JSONB, UUID, insert
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

engine = create_async_engine(os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://"),
                             pool_size=4, max_overflow=0)
sessions = async_sessionmaker(engine, expire_on_commit=False)
app = FastAPI(default_response_class=ORJSONResponse)
scheduler = Scheduler(enable_fuzzing=False)
SECRET = os.environ["SECRET_KEY"]


class Base(DeclarativeBase):
    type_annotation_map = {uuid.UUID: UUID(as_uuid=True), dict: JSONB, list: JSONB,
                           dt.datetime: DateTime(timezone=True)}


class User(Base):
    __tablename__ = "users"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    time_zone: Mapped[str]
    settings: Mapped[dict]
    is_active: Mapped[bool]
    xp: Mapped[int]


class RevokedToken(Base):
    __tablename__ = "revoked_tokens"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    jti: Mapped[str] = mapped_column(primary_key=True)
    issued_before: Mapped[dt.datetime | None]


class Course(Base):
    __tablename__ = "courses"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    title: Mapped[str]
    title_vi: Mapped[str | None]
    description: Mapped[str]
    description_vi: Mapped[str | None]
    language: Mapped[str]
    level: Mapped[str]
    thumbnail_url: Mapped[str | None]
    total_lessons: Mapped[int]
    is_published: Mapped[bool]


class Lesson(Base):
    __tablename__ = "lessons"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("courses.id"))
    order_index: Mapped[int]
    estimated_minutes: Mapped[int]
    is_retired: Mapped[bool]


class Enrolment(Base):
    __tablename__ = "enrolments"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    course_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)


class Progress(Base):
    __tablename__ = "user_progress"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    lesson_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    course_id: Mapped[uuid.UUID]
    status: Mapped[str]
    score: Mapped[int]
    completed_at: Mapped[dt.datetime | None]
    time_spent_seconds: Mapped[int]
    attempts: Mapped[int]
    updated_at: Mapped[dt.datetime]


class Word(Base):
    __tablename__ = "vocabulary"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    word: Mapped[str]
    translation: Mapped[str]
    pronunciation: Mapped[str | None]
    part_of_speech: Mapped[str | None]
    example_sentence: Mapped[str | None]
    example_translation: Mapped[str | None]
    language: Mapped[str]
    difficulty: Mapped[str | None]
    tags: Mapped[list]
    audio_url: Mapped[str | None]
    image_url: Mapped[str | None]


class UserWord(Base):
    __tablename__ = "user_vocabulary"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    vocabulary_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("vocabulary.id"))
    status: Mapped[str]
    review_count: Mapped[int]
    next_review_at: Mapped[dt.datetime]
    ease_factor: Mapped[float]
    interval_days: Mapped[int]
    state: Mapped[int] = mapped_column(SmallInteger)
    step: Mapped[int | None] = mapped_column(SmallInteger)
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    last_review_at: Mapped[dt.datetime | None]
    lapses: Mapped[int]
    created_at: Mapped[dt.datetime]
    word: Mapped[Word] = relationship(lazy="joined", innerjoin=True)


class ReviewLog(Base):
    __tablename__ = "review_log"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    card_id: Mapped[uuid.UUID]
    rating: Mapped[int] = mapped_column(SmallInteger)
    reviewed_at: Mapped[dt.datetime]
    day: Mapped[dt.date] = mapped_column(Date)
    time_spent_ms: Mapped[int | None]
    state_before: Mapped[int] = mapped_column(SmallInteger)
    stability_before: Mapped[float | None]
    difficulty_before: Mapped[float | None]
    last_review_before: Mapped[dt.datetime | None]
    stability_after: Mapped[float]
    difficulty_after: Mapped[float]
    interval_days: Mapped[int]


class XpEvent(Base):
    __tablename__ = "xp_events"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(primary_key=True)
    amount: Mapped[int]
    day: Mapped[dt.date]
    occurred_at: Mapped[dt.datetime]


class StreakDay(Base):
    __tablename__ = "streak_days"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)


class Streak(Base):
    __tablename__ = "streaks"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    current_streak: Mapped[int]
    longest_streak: Mapped[int]
    last_activity_date: Mapped[dt.date | None]
    total_days_active: Mapped[int]


class LearnerDay(Base):
    __tablename__ = "learner_days"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    xp: Mapped[int]
    seconds: Mapped[int]
    lessons: Mapped[int]
    reviews: Mapped[int]
    last_at: Mapped[dt.datetime]


class LearnerDaySkill(Base):
    __tablename__ = "learner_day_skills"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    skill: Mapped[str] = mapped_column(primary_key=True)
    seconds: Mapped[int]


class LearnerWeek(Base):
    __tablename__ = "learner_weeks"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    week: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    xp: Mapped[int]
    seconds: Mapped[int]
    lessons: Mapped[int]


class LearnerTotal(Base):
    __tablename__ = "learner_totals"
    user_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    xp: Mapped[int]
    seconds: Mapped[int]
    lessons: Mapped[int]
    reviews: Mapped[int]


async def database():
    async with sessions() as session:
        yield session


async def learner(authorization: str = Header(), db: AsyncSession = Depends(database)) -> User:
    try:
        claims = jwt.decode(authorization.removeprefix("Bearer "), SECRET, algorithms=["HS256"], audience="lexilingo",
                            issuer="lexilingo-backend")
    except jwt.PyJWTError:
        raise HTTPException(401)
    user_id = uuid.UUID(claims["sub"])
    issued = dt.datetime.fromtimestamp(claims["iat"], dt.timezone.utc)
    revoked = await db.scalar(select(exists().where(
        RevokedToken.user_id == user_id,
        (RevokedToken.jti == claims["jti"]) | ((RevokedToken.jti == "*") & (RevokedToken.issued_before > issued)))))
    user = await db.get(User, user_id)
    if revoked or user is None or not user.is_active:
        raise HTTPException(401)
    return user


def envelope(data, **more):
    now = dt.datetime.now(dt.timezone.utc)
    return {"success": True, "data": data, "meta": {"request_id": str(uuid.uuid4()), "timestamp": now}, **more}


def learner_day(user, at):
    return (at.astimezone(ZoneInfo(user.time_zone)) - dt.timedelta(hours=4)).date()


class CourseView(BaseModel):
    id: uuid.UUID
    title: str
    title_vi: str | None
    description: str
    description_vi: str | None
    language: str
    level: str
    thumbnail_url: str | None
    total_lessons: int
    estimated_minutes: int
    is_enrolled: bool
    progress_percentage: int


@app.get("/api/v1/courses")
async def courses(page: int = Query(1, ge=1), page_size: int = Query(20, ge=1, le=100), user: User = Depends(learner),
                  db: AsyncSession = Depends(database)):
    minutes = (select(func.coalesce(func.sum(Lesson.estimated_minutes), 0))
               .where(Lesson.course_id == Course.id, ~Lesson.is_retired).scalar_subquery())
    enrolled = exists().where(Enrolment.user_id == user.id, Enrolment.course_id == Course.id)
    done = (select(func.count()).select_from(Progress).join(Lesson, Lesson.id == Progress.lesson_id)
            .where(Progress.user_id == user.id, Progress.course_id == Course.id, Progress.status == "completed",
                   ~Lesson.is_retired).scalar_subquery())
    total = await db.scalar(select(func.count()).select_from(Course).where(Course.is_published))
    rows = await db.execute(select(Course, minutes, enrolled, done).where(Course.is_published)
                            .order_by(Course.level, Course.title, Course.id)
                            .limit(page_size).offset((page - 1) * page_size))
    items = [CourseView(
        id=c.id, title=c.title, title_vi=c.title_vi, description=c.description, description_vi=c.description_vi,
        language=c.language, level=c.level, thumbnail_url=c.thumbnail_url, total_lessons=c.total_lessons,
        estimated_minutes=m, is_enrolled=e,
        progress_percentage=min(100, 100 * d // c.total_lessons) if c.total_lessons else 0) for c, m, e, d in rows]
    return envelope([item.model_dump() for item in items], pagination={
        "page": page, "page_size": page_size, "total": total, "total_pages": -(-total // page_size)})


def fsrs_card(row):
    return Card(card_id=1, state=State(row.state), step=None if row.state == 2 else row.step or 0,
                stability=row.stability, difficulty=row.difficulty, due=row.next_review_at,
                last_review=row.last_review_at)


def word_view(row):
    word = row.word
    return {"id": row.id, "vocabulary_id": word.id, "word": word.word, "translation": word.translation,
            "pronunciation": word.pronunciation, "part_of_speech": word.part_of_speech,
            "example_sentence": word.example_sentence, "example_translation": word.example_translation,
            "language": word.language, "level": word.difficulty, "tags": word.tags, "audio_url": word.audio_url,
            "image_url": word.image_url,
            "schedule": {"status": row.status, "state": row.state, "review_count": row.review_count,
                         "lapses": row.lapses, "next_review_at": row.next_review_at,
                         "last_review_at": row.last_review_at, "interval_days": row.interval_days,
                         "ease_factor": row.ease_factor, "stability": row.stability, "difficulty": row.difficulty}}


def previews(row, now):
    card = fsrs_card(row)
    return {rating.name.lower(): int((scheduler.review_card(card, rating, now)[0].due - now).total_seconds())
            for rating in Rating}


@app.get("/api/v1/vocabulary/review")
async def due(limit: int = Query(20, ge=1, le=100), user: User = Depends(learner),
              db: AsyncSession = Depends(database)):
    now = dt.datetime.now(dt.timezone.utc)
    today = learner_day(user, now)
    introduced = await db.scalar(select(func.count(func.distinct(ReviewLog.card_id))).where(
        ReviewLog.user_id == user.id, ReviewLog.day == today, ReviewLog.last_review_before.is_(None)))
    fresh = max(0, user.settings.get("new_per_day", 20) - introduced)
    mine = (UserWord.user_id == user.id) & (UserWord.status != "suspended")
    counts = (await db.execute(select(
        func.count().filter(UserWord.next_review_at <= now, UserWord.state != 2, UserWord.last_review_at.is_not(None)),
        func.count().filter(UserWord.next_review_at <= now, UserWord.state == 2),
        func.count().filter(UserWord.next_review_at <= now, UserWord.last_review_at.is_(None)),
        func.min(UserWord.next_review_at).filter(UserWord.next_review_at > now)).where(mine))).one()
    seen = UserWord.last_review_at.is_not(None)
    overdue = (func.extract("epoch", now - UserWord.next_review_at) / func.greatest(UserWord.interval_days, 1))
    rows = list(await db.scalars(
        select(UserWord).where(mine, UserWord.next_review_at <= now, seen)
        .order_by(case((UserWord.state != 2, 0), else_=1), overdue.desc()).limit(limit)))
    if len(rows) < limit and fresh:
        rows += list(await db.scalars(
            select(UserWord).where(mine, UserWord.next_review_at <= now, ~seen)
            .order_by(UserWord.created_at).limit(min(fresh, limit - len(rows)))))
    return envelope({"items": [{"word": word_view(row), "previews": previews(row, now)} for row in rows],
                     "counts": {"learning": counts[0], "review": counts[1], "fresh": min(fresh, counts[2])},
                     "next_due_at": counts[3]})


class ReviewBody(BaseModel):
    rating: str = Field(pattern="^(again|hard|good|easy)$")
    time_spent_ms: int | None = Field(None, ge=0)


async def add_up(db, table, keys, sums, **more):
    """Adds to a row of sums, or makes it."""
    new = insert(table).values(**keys, **sums, **more)
    await db.execute(new.on_conflict_do_update(
        index_elements=[getattr(table, key) for key in keys],
        set_={name: getattr(table, name) + amount for name, amount in sums.items()} | more))


async def pay(db, user, source, amount, day, now, skill, seconds, lessons=0, reviews=0):
    """The ledger, the sums of the day, the week and all, and the streak."""
    paid = await db.scalar(insert(XpEvent).values(
        user_id=user.id, source=source, amount=amount, day=day, occurred_at=now)
        .on_conflict_do_nothing().returning(XpEvent.amount))
    if paid:
        await db.execute(update(User).where(User.id == user.id).values(xp=User.xp + paid))
    xp = paid or 0
    await add_up(db, LearnerDay, {"user_id": user.id, "day": day},
                 {"xp": xp, "seconds": seconds, "lessons": lessons, "reviews": reviews}, last_at=now)
    if seconds:
        await add_up(db, LearnerDaySkill, {"user_id": user.id, "day": day, "skill": skill}, {"seconds": seconds})
    await add_up(db, LearnerWeek, {"user_id": user.id, "week": day - dt.timedelta(days=day.weekday())},
                 {"xp": xp, "seconds": seconds, "lessons": lessons})
    await add_up(db, LearnerTotal, {"user_id": user.id},
                 {"xp": xp, "seconds": seconds, "lessons": lessons, "reviews": reviews})
    new_day = await db.scalar(insert(StreakDay).values(user_id=user.id, day=day).on_conflict_do_nothing()
                              .returning(StreakDay.day))
    streak = await db.get(Streak, user.id)
    if new_day:
        follows = streak and streak.last_activity_date == day - dt.timedelta(days=1)
        current = streak.current_streak + 1 if follows else 1
        if streak is None:
            streak = Streak(user_id=user.id, longest_streak=0, total_days_active=0)
            db.add(streak)
        streak.current_streak, streak.last_activity_date = current, day
        streak.longest_streak = max(streak.longest_streak, current)
        streak.total_days_active += 1
    return paid or 0, streak


@app.post("/api/v1/vocabulary/{card_id}/review")
async def review(card_id: uuid.UUID, body: ReviewBody, user: User = Depends(learner),
                 db: AsyncSession = Depends(database)):
    now = dt.datetime.now(dt.timezone.utc)
    row = await db.scalar(select(UserWord).where(UserWord.user_id == user.id, UserWord.id == card_id)
                          .with_for_update(of=UserWord))
    if row is None:
        raise HTTPException(404)
    rating = Rating[body.rating.capitalize()]
    before = (row.state, row.stability, row.difficulty, row.last_review_at)
    card, _ = scheduler.review_card(fsrs_card(row), rating, now)
    day = learner_day(user, now)
    row.state, row.step, row.stability, row.difficulty = card.state.value, card.step, card.stability, card.difficulty
    row.last_review_at, row.next_review_at = now, card.due
    row.interval_days = (card.due - now).days
    row.review_count += 1
    row.lapses += rating == Rating.Again and before[0] == 2
    row.status = "learning" if card.state != State.Review else "mastered" if row.interval_days >= 21 else "reviewing"
    log = ReviewLog(id=uuid.uuid4(), user_id=user.id, card_id=card_id, rating=rating.value, reviewed_at=now, day=day,
                    time_spent_ms=body.time_spent_ms, state_before=before[0], stability_before=before[1],
                    difficulty_before=before[2], last_review_before=before[3], stability_after=card.stability,
                    difficulty_after=card.difficulty, interval_days=row.interval_days)
    db.add(log)
    await db.flush()
    xp, streak = await pay(db, user, f"review:{log.id}", 1 if rating == Rating.Again else 2, day, now, "vocabulary",
                           round((body.time_spent_ms or 0) / 1000), reviews=1)
    await db.commit()
    return envelope({"word": word_view(row), "interval_seconds": int((card.due - now).total_seconds()),
                     "interval_days": row.interval_days, "xp_earned": xp, "current_streak": streak.current_streak,
                     "is_leech": row.lapses >= 8})


class CompletionBody(BaseModel):
    score: int = Field(ge=0, le=100)
    time_spent_seconds: int = Field(0, ge=0)


@app.post("/api/v1/progress/lessons/{lesson_id}")
async def complete(lesson_id: uuid.UUID, body: CompletionBody, user: User = Depends(learner),
                   db: AsyncSession = Depends(database)):
    now = dt.datetime.now(dt.timezone.utc)
    lesson = await db.get(Lesson, lesson_id)
    if lesson is None or lesson.is_retired:
        raise HTTPException(404)
    before = await db.scalar(select(Lesson.id).where(
        Lesson.course_id == lesson.course_id, ~Lesson.is_retired, Lesson.order_index < lesson.order_index)
        .order_by(Lesson.order_index.desc()).limit(1))
    if before and not await db.scalar(select(exists().where(
            Progress.user_id == user.id, Progress.lesson_id == before, Progress.status == "completed"))):
        raise HTTPException(409)
    done = body.score >= 60
    new = insert(Progress).values(
        user_id=user.id, lesson_id=lesson_id, course_id=lesson.course_id, score=body.score,
        status="completed" if done else "in_progress", completed_at=now if done else None,
        time_spent_seconds=body.time_spent_seconds, attempts=1, updated_at=now)
    row = (await db.execute(new.on_conflict_do_update(
        index_elements=[Progress.user_id, Progress.lesson_id],
        set_={"status": case((Progress.status == "completed", Progress.status), else_=new.excluded.status),
              "score": func.greatest(Progress.score, new.excluded.score),
              "completed_at": func.coalesce(Progress.completed_at, new.excluded.completed_at),
              "time_spent_seconds": Progress.time_spent_seconds + new.excluded.time_spent_seconds,
              "attempts": Progress.attempts + 1, "updated_at": now}).returning(Progress))).scalar_one()
    xp, streak, day = 0, None, learner_day(user, now)
    if done:
        amount = 30 if body.score == 100 else 20
        xp, streak = await pay(db, user, f"lesson:{lesson_id}", amount, day, now, "lessons", body.time_spent_seconds,
                               lessons=1)
    await db.commit()
    return envelope({"lesson_id": lesson_id, "course_id": row.course_id, "status": row.status, "score": row.score,
                     "completed_at": row.completed_at, "time_spent_seconds": row.time_spent_seconds,
                     "attempts": row.attempts, "xp_earned": xp,
                     "streak": {"current_streak": streak.current_streak if streak else 0,
                                "longest_streak": streak.longest_streak if streak else 0,
                                "is_active_today": streak is not None}})
