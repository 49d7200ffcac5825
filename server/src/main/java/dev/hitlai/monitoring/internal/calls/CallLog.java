package dev.hitlai.monitoring.internal.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.Problems;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.monitoring.internal.MonitoringSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/** Makes of a request what is logged of it. */
@Component
class CallLog {
  private static final int LONGEST_AGENT = 400;

  private final CallQueue queue;
  private final Sampling sampling;
  private final Clock clock;

  CallLog(CallQueue queue, MonitoringSettings settings, Clock clock) {
    this.queue = queue;
    this.clock = clock;
    sampling = new Sampling(settings.callsPerMinute(), settings.sampleOneOf());
  }

  void add(
      HttpServletRequest request,
      String route,
      String method,
      int status,
      Duration took,
      @Nullable CurrentUser user) {
    Instant now = clock.instant();
    if (!sampling.takes(method + " " + route, now.getEpochSecond())) {
      queue.leaveOut();
      return;
    }
    ApiProblem problem = status >= 400 ? Problems.answered(request) : null;
    queue.add(
        new Call(
            UUID.randomUUID(),
            now,
            method,
            route,
            Redaction.path(request.getRequestURI()),
            Redaction.query(queryOf(request)),
            user == null ? null : user.userId(),
            user == null ? null : user.companyId(),
            request.getRemoteAddr(),
            agent(request),
            body(request),
            status,
            problem == null ? null : answer(problem),
            took,
            user == null ? null : user.authMethod().value(),
            problem == null ? null : Redaction.sentence(problem.sentence())));
  }

  /** Parameters of a form belong to the body; without a query there is nothing to look for. */
  private static java.util.Map<String, String[]> queryOf(HttpServletRequest request) {
    return request.getQueryString() == null ? java.util.Map.of() : request.getParameterMap();
  }

  private static @Nullable String agent(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    return agent == null || agent.length() <= LONGEST_AGENT
        ? agent
        : agent.substring(0, LONGEST_AGENT);
  }

  private static @Nullable String body(HttpServletRequest request) {
    var cached = WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class);
    if (cached != null && cached.getContentAsByteArray().length > 0) {
      byte[] bytes = cached.getContentAsByteArray();
      return bytes.length >= CallFilter.LONGEST_BODY
          ? "[more than %d bytes]".formatted(CallFilter.LONGEST_BODY)
          : Redaction.body(new String(bytes, UTF_8));
    }
    long length = request.getContentLengthLong();
    return length <= 0 ? null : "[%d bytes]".formatted(length);
  }

  private static String answer(ApiProblem problem) {
    var body = new LinkedHashMap<String, Object>();
    body.put("code", problem.code().name());
    body.put("fields", problem.details().keySet().stream().map(Redaction::sentence).toList());
    return JsonMapper.shared().writeValueAsString(body);
  }
}
