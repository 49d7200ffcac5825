package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.people.HumanResults;
import dev.hitlai.testing.internal.requests.TestRequests;
import dev.hitlai.testing.internal.runs.RunBookmark;
import dev.hitlai.testing.internal.runs.RunCancellation;
import dev.hitlai.testing.internal.runs.RunRetry;
import dev.hitlai.testing.web.RunStream;
import dev.hitlai.web.view.Flash;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/company/tests/{id:[0-9a-fA-F-]{36}}")
@Access(company = CompanyRole.VIEWER, admin = true)
class TestController {
  private final TestReader tests;
  private final TestRequests requests;
  private final RunCancellation cancellation;
  private final RunRetry retry;
  private final RunStream stream;
  private final HumanResults people;

  TestController(
      TestReader tests,
      TestRequests requests,
      RunCancellation cancellation,
      RunRetry retry,
      RunStream stream,
      HumanResults people) {
    this.tests = tests;
    this.requests = requests;
    this.cancellation = cancellation;
    this.retry = retry;
    this.stream = stream;
    this.people = people;
  }

  @GetMapping
  String test(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    model.addAttribute("test", tests.read(id));
    model.addAttribute("mayShare", user.isAtLeast(CompanyRole.MEMBER));
    model.addAttribute("sharedUrl", model.getAttribute("sharedUrl"));
    return "testing/test";
  }

  @GetMapping("/live")
  String live(@PathVariable UUID id, Model model) {
    model.addAttribute("live", tests.read(id).live());
    return "testing/live";
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    if (RunBookmark.parse(lastEventId).atEnd()) {
      return ResponseEntity.noContent().build();
    }
    return stream
        .open(id, lastEventId, user.actor(), new PageWording())
        .map(emitter -> ResponseEntity.ok().header("Cache-Control", "no-store").body(emitter))
        .orElseThrow(() -> ApiProblem.notFound("No test has this address."));
  }

  @PostMapping("/start")
  @Access(company = CompanyRole.MEMBER)
  String start(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    requests.start(user.requireCompany(), id);
    return "redirect:/company/tests/" + id;
  }

  @PostMapping("/cancel")
  @Access(company = CompanyRole.MEMBER)
  String cancel(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes next) {
    boolean cancelled = cancellation.cancel(id, user.userId());
    next.addFlashAttribute(
        Flash.KEY,
        cancelled
            ? Flash.success("The test was cancelled.")
            : Flash.info("The test had ended before it could be cancelled."));
    return "redirect:/company/tests/" + id;
  }

  @PostMapping("/go-without")
  @Access(company = CompanyRole.MEMBER)
  String goWithout(@PathVariable UUID id, RedirectAttributes next) {
    boolean completed = people.goWithout(id);
    next.addFlashAttribute(
        Flash.KEY,
        Flash.success(
            completed ? "The test is complete." : "Nobody more is asked; what is open goes on."));
    return "redirect:/company/tests/" + id;
  }

  @PostMapping("/retry")
  @Access(company = CompanyRole.MEMBER)
  String retry(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return "redirect:/company/tests/" + retry.retry(id, user.userId());
  }
}
