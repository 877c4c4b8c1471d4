"""Talking, speaking and writing: what the AI service does, as a learner meets it."""
import re

import harness
from conftest import PATIENCE, SPOKEN, Learner, main_button, shoot


def test_a_chat_streams_corrects_makes_a_card_and_counts_as_activity(opened, learner):
    page = opened(learner)
    page.goto("/tutor")
    page.get_by_role("link", name="Bắt đầu").click()
    page.get_by_label("Tin nhắn tiếng Anh của bạn").fill("Hello! Yesterday I go to the market with my mother.")
    with page.expect_response(lambda reply: reply.url.endswith("/ai/chat")) as stream:
        page.keyboard.press("Enter")
    assert stream.value.headers["content-type"].startswith("text/event-stream")
    page.locator(".message.tutor").wait_for(timeout=2 * PATIENCE * 1000)
    assert page.locator("mark").inner_text() == "go"
    shoot(page, "chat")
    main_button(page, "Xem cách sửa").click()
    assert "went" in page.locator(".note ins").inner_text()
    shoot(page, "chat-corrected")
    card = page.locator(".cardword")
    if card.count():  # a reply without a word above the level suggests none
        card.first.click()
        page.locator(".cardword:disabled").first.wait_for()
        assert learner.call("GET", "/vocabulary")
    page.wait_for_timeout(5000)  # what is shorter is no activity
    main_button(page, "Kết thúc").click()
    page.get_by_role("heading", name="Cuộc trò chuyện gần đây").wait_for()
    assert harness.wait_for(lambda: any(a["kind"] == "ai_chat" for a in
                                        learner.call("GET", "/progress")["recent_activity"]), PATIENCE)
    page.locator("section a[href^='/tutor/']").last.click()
    page.get_by_text("Yesterday I go to the market").wait_for()


def test_a_role_play_shows_the_goals_reached(opened, learner):
    page = opened(learner)
    page.goto("/tutor/new?scenario=coffee-and-cake")
    page.get_by_text("Good morning! What would you like to drink?").wait_for()
    shoot(page, "role-play")
    page.get_by_label("Tin nhắn tiếng Anh của bạn").fill("I would like a large coffee, please.")
    main_button(page, "Gửi").click()
    page.locator("summary").get_by_text(re.compile("[1-4] / 4 việc")).wait_for(timeout=2 * PATIENCE * 1000)


def test_a_recording_is_judged_sound_by_sound(opened, learner):
    page = opened(learner)
    page.goto("/speak")
    page.get_by_label("Hoặc tự nhập một câu tiếng Anh").fill(SPOKEN)
    shoot(page, "speak")
    main_button(page, "Thu âm").click()
    page.get_by_role("meter").wait_for()
    assert harness.wait_for(lambda: page.locator(".meter .lit").count() > 6 or page.wait_for_timeout(40), PATIENCE)
    page.wait_for_timeout(3500)
    main_button(page, "Dừng và chấm").click()
    page.get_by_role("img", name=re.compile("^Tổng điểm")).wait_for(timeout=2 * PATIENCE * 1000)
    words = page.locator(".sentence button[aria-pressed]")
    assert words.count() == len(SPOKEN.split())
    words.nth(3).click()
    assert page.locator(".sounds caption").inner_text() == "white"
    assert page.locator(".sounds tbody tr").count() == 3
    page.get_by_role("img", name="Cao độ").wait_for()
    page.locator("svg.model").wait_for()
    assert len(page.locator("path.you").get_attribute("d")) > 40
    shoot(page, "speak-result")
    assert harness.wait_for(lambda: any(a["kind"] == "pronunciation" for a in
                                        learner.call("GET", "/progress")["recent_activity"]), PATIENCE)


def test_mistakes_are_marked_where_they_are_and_mended_one_by_one(opened, learner):
    page = opened(learner)
    page.goto("/check")
    page.get_by_label("Đoạn văn của bạn").fill("😀 Yesterday I go to school. She have two book.")
    main_button(page, "Soát lỗi").click()
    marks = page.locator("p.text button")
    marks.first.wait_for(timeout=2 * PATIENCE * 1000)
    assert marks.all_inner_texts()[:2] == ["go", "have"]  # UTF-16: the emoji counts for two
    shoot(page, "text-check")
    main_button(page, "Đổi thành “went”").click()
    page.locator("p.text").get_by_text("Yesterday I went to school.").wait_for()
    main_button(page, "Sửa tất cả").click()
    page.get_by_role("heading", name="Không thấy lỗi nào").wait_for(timeout=2 * PATIENCE * 1000)


def test_the_level_opens_what_is_offered(opened, site):
    page = opened(Learner(site, level="B1"))
    page.goto("/speak")
    page.get_by_text("If I had more time").wait_for()
    page.goto("/tutor")
    page.get_by_role("button", name="B1", pressed=True).wait_for()
