package dev.hitlai.health.web;

import dev.hitlai.health.internal.status.Document;
import dev.hitlai.health.internal.status.StatusBoard;
import dev.hitlai.web.PageHeaders;
import dev.hitlai.web.view.Theme;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the status pages before anything else of the server wakes up: no session, no security
 * chain, no rate limit, no template, no SQL. They are wanted most when the rest suffers, and then
 * by everybody at once. What isn't there yet goes on to the controllers.
 */
final class StatusLane extends ValveBase {
  private final Supplier<StatusBoard> boards;
  private volatile @Nullable StatusBoard board;

  /**
   * @param boards asked once, with the first request
   */
  StatusLane(Supplier<StatusBoard> boards) {
    super(true);
    this.boards = boards;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String path = request.getRequestURI();
    Document document = isOurs(path) ? find(request, path) : null;
    if (document == null) {
      getNext().invoke(request, response);
      return;
    }
    if (request.getMethod().equals("OPTIONS")) {
      allow(response);
      return;
    }
    answer(request, response, document);
  }

  /** Scripts of other sites that send headers of their own ask first. */
  private static void allow(Response response) {
    response.setStatus(204);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
    response.setHeader("Access-Control-Allow-Headers", "*");
    response.setHeader("Access-Control-Max-Age", "86400");
  }

  /** Most requests are for something else and shouldn't pay for this. */
  static boolean isOurs(String path) {
    return path.startsWith("/status") || path.startsWith("/api/v2/") || path.startsWith("/badge/");
  }

  private @Nullable Document find(Request request, String path) {
    var edition = board().current();
    if (edition == null) {
      return null;
    }
    Document document =
        edition.find(path, request.getQueryString(), theme(request.getHeader("Cookie")));
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> document;
      case "OPTIONS" -> document != null && document.kind().isForOtherSites() ? document : null;
      default -> null;
    };
  }

  private StatusBoard board() {
    StatusBoard known = board;
    if (known == null) {
      known = boards.get();
      board = known;
    }
    return known;
  }

  /** As {@code ThemeController} sets it; without parsing all the cookies of the site. */
  static Theme theme(@Nullable String cookies) {
    if (cookies == null) {
      return Theme.AUTO;
    }
    return cookies.contains("theme=dark")
        ? Theme.DARK
        : cookies.contains("theme=light") ? Theme.LIGHT : Theme.AUTO;
  }

  private static void answer(Request request, Response response, Document document)
      throws IOException {
    var coyote = response.getCoyoteResponse();
    var headers = coyote.getMimeHeaders();
    headers.setValue("ETag").setString(document.etag());
    headers.setValue("Last-Modified").setString(document.lastModified());
    headers.setValue("Cache-Control").setString(document.kind().caching());
    if (document.kind().isForOtherSites()) {
      headers.setValue("Vary").setString("Accept-Encoding");
      headers.setValue("Access-Control-Allow-Origin").setString("*");
      headers.setValue("Access-Control-Expose-Headers").setString("ETag, Last-Modified");
      headers.setValue("X-Content-Type-Options").setString("nosniff");
    } else {
      headers.setValue("Vary").setString("Accept-Encoding, Cookie");
      for (Map.Entry<String, String> header : PageHeaders.ALL.entrySet()) {
        headers.setValue(header.getKey()).setString(header.getValue());
      }
    }
    if (document.isKnownTo(request.getHeader("If-None-Match"))) {
      response.setStatus(304);
      return;
    }
    byte[] body = document.plain();
    if (Document.takesGzip(request.getHeader("Accept-Encoding"))) {
      headers.setValue("Content-Encoding").setString("gzip");
      body = document.gzip();
    }
    headers.setValue("Content-Type").setString(document.kind().contentType());
    coyote.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      coyote.doWrite(ByteBuffer.wrap(body));
    }
  }
}
