package dev.hitlai.health.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.internal.status.Document;
import dev.hitlai.health.internal.status.StatusBoard;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The slow way to the same documents, for the moments before the first edition hangs out, and to
 * say of an address that there is nothing.
 */
@Component
class StatusAnswers {
  private final StatusBoard board;

  StatusAnswers(StatusBoard board) {
    this.board = board;
  }

  ResponseEntity<byte[]> of(HttpServletRequest request) {
    Document document =
        board
            .required()
            .find(
                request.getRequestURI(),
                request.getQueryString(),
                StatusLane.theme(request.getHeader("Cookie")));
    if (document == null) {
      throw ApiProblem.notFound("There is nothing of the status page at this address.");
    }
    var answer =
        ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_TYPE, document.kind().contentType())
            .header(HttpHeaders.CACHE_CONTROL, document.kind().caching())
            .header(HttpHeaders.ETAG, document.etag())
            .header(HttpHeaders.LAST_MODIFIED, document.lastModified());
    if (document.kind().isForOtherSites()) {
      answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    return answer.body(document.plain());
  }
}
