package dev.hitlai.health.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public status pages, feeds and badges; mostly answered by {@link StatusLane}. */
@Controller
class StatusController {
  private final StatusAnswers answers;

  StatusController(StatusAnswers answers) {
    this.answers = answers;
  }

  @GetMapping({
    "/status",
    "/status/history",
    "/status/history.atom",
    "/status/history.rss",
    "/status/incidents/{id}",
    "/status/maintenance/{id}",
    "/badge/state.svg",
    "/badge/{endpoint}/uptime.svg",
    "/badge/{endpoint}/state.svg"
  })
  ResponseEntity<byte[]> show(HttpServletRequest request) {
    return answers.of(request);
  }
}
