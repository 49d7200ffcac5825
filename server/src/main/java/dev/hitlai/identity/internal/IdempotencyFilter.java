package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.Caller;
import dev.hitlai.api.Problems;
import dev.hitlai.identity.internal.StoredAnswers.Asked;
import dev.hitlai.identity.internal.StoredAnswers.Known;
import dev.hitlai.platform.Secrets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Carries out an unsafe request with an {@code Idempotency-Key} once: sent again it gets the same
 * answer, and the same key on another request is a conflict. Failures of ours aren't kept.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
  private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final int LONGEST_KEY = 255;

  /** Their answers hold secrets that are shown once and kept nowhere, so not here either. */
  private static final List<String> SECRET =
      List.of("/api/auth/", "/api/company/api-keys", "/api/company/members");

  private static final Pattern SHARE = Pattern.compile("/api/test-runs/[^/]+/share");

  private final StoredAnswers answers;
  private final Problems problems;

  IdempotencyFilter(StoredAnswers answers, Problems problems) {
    this.answers = answers;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    String type = request.getContentType();
    return request.getHeader("Idempotency-Key") == null
        || !UNSAFE.contains(request.getMethod())
        || !path.startsWith("/api/")
        || SECRET.stream().anyMatch(path::startsWith)
        || SHARE.matcher(path).matches()
        || (type != null && type.startsWith("multipart/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = caller();
    if (caller == null) {
      chain.doFilter(request, response);
      return;
    }
    String key = request.getHeader("Idempotency-Key");
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      problems.answer(
          request,
          response,
          ApiProblem.invalid("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters"));
      return;
    }
    var repeatable = new RepeatableRequest(request);
    var asked =
        new Asked(key, request.getMethod(), request.getRequestURI(), hash(request, repeatable));
    switch (answers.claim(caller, asked)) {
      case Known.Fresh(UUID id) -> answer(id, repeatable, response, chain);
      case Known.Answered answered -> replay(answered, response);
      case Known.Other() ->
          problems.answer(
              request,
              response,
              ApiProblem.conflict("This Idempotency-Key was used for another request."));
      case Known.Underway() ->
          problems.answer(
              request,
              response,
              ApiProblem.conflict("A request with this Idempotency-Key is still under way."));
    }
  }

  private void answer(
      UUID id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var copy = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    try {
      chain.doFilter(request, copy);
      if (copy.getStatus() < 500 && copy.getStatus() != 429) {
        String body = new String(copy.getContentAsByteArray(), UTF_8);
        answers.keep(id, copy.getStatus(), copy.getContentType(), body);
        kept = true;
      }
    } finally {
      if (!kept) {
        answers.forget(id);
      }
      copy.copyBodyToResponse();
    }
  }

  private static void replay(Known.Answered answered, HttpServletResponse response)
      throws IOException {
    response.setStatus(answered.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (answered.contentType() != null) {
      response.setContentType(answered.contentType());
    }
    byte[] body = answered.body().getBytes(UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static byte[] hash(HttpServletRequest request, RepeatableRequest body)
      throws IOException {
    var all = new ByteArrayOutputStream();
    String head =
        request.getMethod()
            + " "
            + request.getRequestURI()
            + "?"
            + Objects.requireNonNullElse(request.getQueryString(), "")
            + "\n";
    all.write(head.getBytes(UTF_8));
    all.write(body.content());
    return Secrets.sha256(all.toByteArray());
  }

  private static @Nullable Caller caller() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller
        : null;
  }
}
