"""What may go wrong around a learner: nothing that was done is lost, and every case has its screen."""
import datetime
import re

import harness
from conftest import PASSWORD, PATIENCE, SPOKEN, launch, main_button, shoot
from playwright.sync_api import expect
from test_learning import LESSON, answer

# A microphone that hands over half a minute in a second.
FASTER = """{
    const Node = AudioWorkletNode
    window.AudioWorkletNode = class extends Node {
        get port() {
            const port = super.port
            return { set onmessage(listen) { port.onmessage = (event) => { for (let i = 0; i < 30; i += 1) listen(event) } } }
        }
    }
}"""


def offline_ready(page):
    assert harness.wait_for(lambda: page.evaluate("navigator.serviceWorker.controller !== null"), PATIENCE)


def all_sent(page):
    expect(page.get_by_text(re.compile("việc đang chờ gửi|Đang đồng bộ"))).to_have_count(0, timeout=PATIENCE * 1000)


def review_some(page, count):
    for _ in range(count):
        page.locator(".flash").wait_for()
        page.keyboard.press("Space")
        page.locator(".ratings").wait_for()
        page.keyboard.press("4")
        page.get_by_role("button", name="Hiện nghĩa").or_(page.locator(".empty")).wait_for()


def test_reviews_offline_are_kept_through_a_reload_and_synchronised(opened, learner):
    learner.learn(6)
    page = opened(learner)
    page.goto("/review")
    page.locator(".flash").wait_for()
    offline_ready(page)
    page.context.set_offline(True)
    review_some(page, 3)
    page.get_by_text("3 việc đang chờ gửi").wait_for()
    shoot(page, "review-offline")
    page.reload()
    page.get_by_text("Còn 3 từ").wait_for()
    review_some(page, 2)
    assert learner.call("GET", "/vocabulary/stats")["reviews_total"] == 0
    page.context.set_offline(False)
    assert harness.wait_for(lambda: learner.call("GET", "/vocabulary/stats")["reviews_total"] == 5, PATIENCE)
    all_sent(page)


def test_an_answer_that_waits_is_taken_back_by_undo(opened, learner):
    learner.learn(2)
    page = opened(learner)
    page.goto("/review")
    page.locator(".flash").wait_for()
    page.context.set_offline(True)
    first = page.locator(".flash h2").inner_text()
    review_some(page, 1)
    page.get_by_text("1 việc đang chờ gửi").wait_for()
    page.keyboard.press("u")
    page.locator(".ratings").wait_for()
    assert page.locator(".flash h2").inner_text() == first
    all_sent(page)
    page.keyboard.press("1")
    page.get_by_text("1 việc đang chờ gửi").wait_for()
    page.context.set_offline(False)
    assert harness.wait_for(lambda: [review["rating"] for review in learner.reviews()] == [1], PATIENCE)


def test_two_tabs_send_what_both_kept_once(opened, learner):
    learner.learn(4)
    first = opened(learner)
    second = first.context.new_page()
    for page in (first, second):
        page.goto("/review")
        page.locator(".flash").wait_for()
    first.context.set_offline(True)
    for page in (first, second):
        page.bring_to_front()
        review_some(page, 2)
    second.get_by_text("4 việc đang chờ gửi").wait_for()
    first.context.set_offline(False)
    for page in (first, second):
        all_sent(page)
    assert len(learner.reviews()) == 4


def open_first_lesson(page):
    page.goto("/learn")
    page.get_by_role("link", name="Mở khóa học").first.click()
    page.locator("a[aria-current=step]").click()
    main_button(page, "Làm bài tập").wait_for()


def test_a_lesson_goes_on_when_the_network_is_lost(opened, learner):
    page = opened(learner)
    open_first_lesson(page)
    offline_ready(page)
    page.context.set_offline(True)
    main_button(page, "Làm bài tập").click()
    for exercise in LESSON["exercises"]:
        page.locator("form.question").wait_for()
        if exercise["kind"] == "speaking":
            main_button(page, "Bỏ qua phần nói").click()
            continue
        answer(page, exercise)
        main_button(page, "Kiểm tra").click()
        page.locator(".feedback.kept").wait_for()
        if exercise is LESSON["exercises"][0]:
            shoot(page, "lesson-offline")
            page.reload()
            main_button(page, "Làm bài tập").click()
            continue
        page.locator("form.question footer .grow").click()
    page.get_by_role("heading", name="Đã lưu bài làm").wait_for()
    shoot(page, "lesson-saved-offline")
    page.context.set_offline(False)
    assert harness.wait_for(lambda: learner.call("GET", "/progress")["summary"]["lessons_completed"] == 1, PATIENCE)


def test_a_lesson_is_graded_again_once_the_network_is_back(opened, learner):
    page = opened(learner)
    open_first_lesson(page)
    main_button(page, "Làm bài tập").click()
    page.locator("form.question").wait_for()
    page.context.set_offline(True)
    kept, graded = LESSON["exercises"][:2]
    answer(page, kept)
    main_button(page, "Kiểm tra").click()
    page.locator(".feedback.kept").wait_for()
    page.context.set_offline(False)
    all_sent(page)
    page.locator("form.question footer .grow").click()
    answer(page, graded)
    main_button(page, "Kiểm tra").click()
    page.locator(".feedback.good").wait_for()


def test_a_session_that_ends_in_a_lesson_asks_for_the_password_and_goes_on(opened, learner):
    page = opened(learner)
    open_first_lesson(page)
    main_button(page, "Làm bài tập").click()
    page.locator("form.question").wait_for()
    learner.call("POST", "/auth/logout", {"all": True})
    answer(page, LESSON["exercises"][0])
    main_button(page, "Kiểm tra").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Bài đang làm vẫn còn nguyên").wait_for()
    shoot(page, "session-over")
    dialog.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    dialog.get_by_role("button", name="Đăng nhập").click()
    page.locator(".feedback.good").wait_for()


def test_two_tabs_renew_the_session_once(opened, learner):
    first = opened(learner)
    first.goto("/settings")
    first.get_by_label("Tên gọi").wait_for()
    second = first.context.new_page()
    second.goto("/settings")
    second.get_by_label("Tên gọi").wait_for()
    renewals = []
    for page in (first, second):
        page.on("request", lambda request: renewals.append(1) if request.url.endswith("/auth/refresh") else None)
    for page in (first, second):
        page.goto("/client.json")  # no script of ours, which would begin a renewal that the next page breaks off
    first.evaluate("""() => {
        const tokens = JSON.parse(localStorage.getItem('lexi.tokens'))
        localStorage.setItem('lexi.tokens', JSON.stringify({ ...tokens, access_token: tokens.access_token.slice(0, -6) + 'AAAAAA' }))
    }""")
    for page in (first, second):
        page.goto("/settings", wait_until="commit")
    for page in (first, second):
        page.get_by_label("Tên gọi").wait_for()
    assert len(renewals) == 1


def test_a_clock_wrong_by_a_day_dates_reviews_rightly_and_says_so(opened, learner):
    learner.learn(2)
    page = opened(learner)
    page.clock.set_system_time(datetime.datetime.now() + datetime.timedelta(days=1))
    page.goto("/review")
    page.locator(".flash").wait_for()
    page.get_by_text("Đồng hồ trên máy lệch khoảng 24 giờ").wait_for()
    shoot(page, "clock-wrong")
    page.context.set_offline(True)
    review_some(page, 2)
    page.context.set_offline(False)
    assert harness.wait_for(lambda: len(learner.reviews()) == 2, PATIENCE)
    for review in learner.reviews():
        at = datetime.datetime.fromisoformat(review["reviewed_at"].replace("Z", "+00:00"))
        assert abs((datetime.datetime.now(datetime.UTC) - at).total_seconds()) < 120


def test_the_backend_down_and_up_again(opened, learner, site):
    learner.learn(3)
    page = opened(learner)
    page.goto("/review")
    page.locator(".flash").wait_for()
    site.backend.stop()
    try:
        review_some(page, 2)
        page.get_by_text("Máy chủ đang tạm ngưng").wait_for()
        shoot(page, "backend-down")
    finally:
        site.backend.start()
    assert harness.wait_for(lambda: learner.call("GET", "/vocabulary/stats")["reviews_total"] == 2, PATIENCE)


def test_a_microphone_refused_or_missing_is_explained(playwright, opened, learner):
    refused = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream=deny"]
    missing = ["--use-fake-ui-for-media-stream"]
    for name, arguments, text in (("refused", refused, "LexiLingo chưa được dùng micro"), ("missing", missing, "Không tìm thấy micro")):
        other = launch(playwright, *arguments)
        try:
            page = opened(learner, browser=other)
            page.goto("/speak")
            main_button(page, "Thu âm").click()
            page.get_by_role("alert").get_by_text(text).wait_for()
            shoot(page, f"microphone-{name}")
            page.context.close()
        finally:
            other.close()


def test_without_the_ai_service_nothing_is_lost(opened, learner, site):
    chat = opened(learner)
    speak, check = chat.context.new_page(), chat.context.new_page()
    chat.goto("/tutor/new")
    speak.goto("/speak")
    check.goto("/check")
    speak.get_by_label("Hoặc tự nhập một câu tiếng Anh").fill(SPOKEN)
    record(speak)
    site.ai.stop()
    try:
        away = "Dịch vụ trợ lý đang tạm nghỉ"
        main_button(speak, "Dừng và chấm").click()
        speak.get_by_role("alert").get_by_text(away).wait_for()
        shoot(speak, "ai-down-speak")
        chat.get_by_label("Tin nhắn tiếng Anh của bạn").fill("Hello! I like tea.")
        chat.keyboard.press("Enter")
        chat.get_by_role("alert").get_by_text(away).wait_for()
        chat.get_by_text("Tin nhắn chưa gửi được").wait_for()
        shoot(chat, "ai-down-chat")
        check.get_by_label("Đoạn văn của bạn").fill("She have two book.")
        main_button(check, "Soát lỗi").click()
        check.get_by_role("alert").get_by_text(away).wait_for()
        shoot(check, "ai-down-check")
    finally:
        site.ai.start()
        assert harness.wait_for(site.is_loaded, 300)
    main_button(chat, "Gửi lại").click()
    main_button(check, "Thử lại").click()
    check.locator("p.text button").first.wait_for(timeout=2 * PATIENCE * 1000)
    main_button(speak, "Thử lại").click()
    speak.get_by_role("img", name=re.compile("^Tổng điểm")).wait_for(timeout=2 * PATIENCE * 1000)
    chat.locator(".message.tutor").wait_for(timeout=2 * PATIENCE * 1000)


def record(page):
    main_button(page, "Thu âm").click()
    page.get_by_role("meter").wait_for()
    page.wait_for_timeout(1500)


def test_a_recording_ends_by_itself_when_it_is_too_long(opened, learner):
    page = opened(learner)
    page.add_init_script(FASTER)
    page.goto("/speak")
    with page.expect_request("**/pronunciation/analyze"):
        main_button(page, "Thu âm").click()
        page.get_by_text("Mỗi lần thu tối đa 30 giây").wait_for()
    shoot(page, "audio-too-long")


def test_a_slow_network_says_so(opened, learner):
    page = opened(learner)
    held = []
    page.route("**/api/v1/achievements/me", lambda route: held.append(route))
    page.goto("/stats")
    page.get_by_text("Mạng đang chậm").wait_for()
    shoot(page, "slow-network")
    for route in held:
        route.continue_()
    page.locator(".badges li").first.wait_for()


def test_a_wrong_password_and_a_taken_address_are_told_plainly(opened, learner):
    page = opened()
    page.goto("/signin")
    page.get_by_label("Email hoặc tên đăng nhập").fill(learner.email)
    page.get_by_label("Mật khẩu", exact=True).fill("khong-phai-mat-khau")
    main_button(page, "Đăng nhập").click()
    page.get_by_role("alert").get_by_text("Email hoặc mật khẩu chưa đúng").wait_for()
    page.goto("/signup")
    page.get_by_label("Bạn muốn được gọi là gì?").fill("An")
    page.get_by_label("Email").fill(learner.email)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    main_button(page, "Tạo tài khoản").click()
    page.get_by_text(re.compile("Email này đã có tài khoản")).wait_for()
