package dev.hitlai.health.web;

import dev.hitlai.identity.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public status in the status-page format, version 2; mostly answered by {@link StatusLane}.
 */
@RestController
@RequestMapping(path = "/api/v2", produces = MediaType.APPLICATION_JSON_VALUE)
@Access(everyone = true)
@Tag(name = "Status")
@ApiResponse(
    responseCode = "200",
    content =
        @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
class StatusV2Controller {
  private static final String ABOUT =
      "In the status-page format, version 2. Open to every site, not limited; carries an ETag, and"
          + " when it was read as Last-Modified.";

  private final StatusAnswers answers;

  StatusV2Controller(StatusAnswers answers) {
    this.answers = answers;
  }

  @Operation(summary = "State, parts, open incidents and coming maintenance", description = ABOUT)
  @GetMapping("/summary.json")
  ResponseEntity<byte[]> summary(HttpServletRequest request) {
    return answers.of(request);
  }

  @Operation(summary = "How the platform does as a whole", description = ABOUT)
  @GetMapping("/status.json")
  ResponseEntity<byte[]> status(HttpServletRequest request) {
    return answers.of(request);
  }

  @Operation(summary = "The parts of the platform and how each does", description = ABOUT)
  @GetMapping("/components.json")
  ResponseEntity<byte[]> components(HttpServletRequest request) {
    return answers.of(request);
  }

  @Operation(summary = "The last 50 incidents", description = ABOUT)
  @GetMapping("/incidents.json")
  ResponseEntity<byte[]> incidents(HttpServletRequest request) {
    return answers.of(request);
  }

  @Operation(summary = "Incidents that aren't over", description = ABOUT)
  @GetMapping("/incidents/unresolved.json")
  ResponseEntity<byte[]> unresolved(HttpServletRequest request) {
    return answers.of(request);
  }

  @Operation(summary = "The last 50 maintenance windows", description = ABOUT)
  @GetMapping("/scheduled-maintenances.json")
  ResponseEntity<byte[]> maintenance(HttpServletRequest request) {
    return answers.of(request);
  }

  @Operation(summary = "Maintenance that is going on", description = ABOUT)
  @GetMapping("/scheduled-maintenances/active.json")
  ResponseEntity<byte[]> active(HttpServletRequest request) {
    return answers.of(request);
  }

  @Operation(summary = "Maintenance that is planned", description = ABOUT)
  @GetMapping("/scheduled-maintenances/upcoming.json")
  ResponseEntity<byte[]> upcoming(HttpServletRequest request) {
    return answers.of(request);
  }
}
