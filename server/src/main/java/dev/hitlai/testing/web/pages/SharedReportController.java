package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.artifacts.Artifacts;
import dev.hitlai.testing.internal.runs.SharedReports;
import dev.hitlai.testing.web.FileAnswer;
import dev.hitlai.testing.web.HtmlAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A report behind a link, for people without an account. */
@Controller
@RequestMapping("/r/{token:[\\w-]{43}}")
class SharedReportController {
  private final SharedReports shared;

  SharedReportController(SharedReports shared) {
    this.shared = shared;
  }

  /** The address is the secret: search engines and the sites linked from here must not get it. */
  @ModelAttribute
  void keepTheAddressSecret(HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
  }

  @GetMapping
  ResponseEntity<byte[]> report(@PathVariable String token) {
    var document = shared.report(token).orElseThrow(SharedReportController::over);
    return HtmlAnswer.of(
        document,
        shared.brand(token),
        reference ->
            ArtifactReference.id(reference)
                .map(id -> "/r/" + token + "/files/" + id)
                .orElse(reference));
  }

  @GetMapping("/files/{id}")
  ResponseEntity<Resource> file(@PathVariable String token, @PathVariable UUID id) {
    var served =
        shared
            .file(token, id)
            .filter(Artifacts.Served::exists)
            .orElseThrow(SharedReportController::over);
    return FileAnswer.of(served, CacheControl.noStore());
  }

  private static ApiProblem over() {
    return ApiProblem.notFound(
        "This link has expired, was revoked or never was. Ask whoever sent it for a new one.");
  }
}
