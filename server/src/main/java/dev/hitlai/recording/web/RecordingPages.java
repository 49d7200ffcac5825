package dev.hitlai.recording.web;

import static dev.hitlai.identity.CompanyRole.ADMIN;
import static dev.hitlai.identity.CompanyRole.VIEWER;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.recording.internal.sessions.Forgetting;
import dev.hitlai.recording.internal.sessions.SessionDetails;
import dev.hitlai.recording.internal.sessions.SessionSearch;
import dev.hitlai.recording.internal.signals.SignalKind;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Sessions of a company: the list, and one with its replay. */
@Controller
@RequestMapping("/company/recordings")
@Access(company = VIEWER)
class RecordingPages {
  private static final int SIZE = 25;
  private static final int MOST_LINES = 2000;
  private static final int MOST_BODIES = 40;

  /** The replayed page's pictures, fonts and styles come from its own site; scripts never run. */
  private static final String REPLAY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline' https: http:;"
          + " img-src * data: blob:; font-src * data:; media-src * data: blob:; frame-src 'self';"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final SessionSearch sessions;
  private final SessionDetails details;
  private final PlayerScript player;
  private final Forgetting forgetting;
  private final JsonMapper json;
  private final Clock clock;

  RecordingPages(
      SessionSearch sessions,
      SessionDetails details,
      PlayerScript player,
      Forgetting forgetting,
      JsonMapper json,
      Clock clock) {
    this.sessions = sessions;
    this.details = details;
    this.player = player;
    this.forgetting = forgetting;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String device,
      @RequestParam(defaultValue = "") String signal,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "0") double frustration,
      @RequestParam(required = false) @Nullable UUID run,
      @RequestParam(defaultValue = "7d") String since,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    int at = Math.clamp(number, 1, 10_000);
    String kind =
        Arrays.stream(SignalKind.values()).anyMatch(k -> k.code().equals(signal)) ? signal : "";
    var wish =
        new SessionSearch.Wish(
            source, device, kind, url.strip(), frustration, run, Since.of(since, clock.instant()));
    model.addAttribute("rows", sessions.list(wish, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, sessions.count(wish)));
    model.addAttribute("source", source);
    model.addAttribute("device", device);
    model.addAttribute("signal", kind);
    model.addAttribute("url", url);
    model.addAttribute("frustration", frustration > 0 ? "" + frustration : "");
    model.addAttribute("run", run == null ? "" : run.toString());
    model.addAttribute("since", since);
    model.addAttribute("signals", signals());
    model.addAttribute("sources", Since.sources());
    model.addAttribute("devices", Since.devices());
    model.addAttribute("times", Since.options());
    return "recording/list";
  }

  private static List<Option> signals() {
    var options = new ArrayList<Option>();
    options.add(Option.of("", "Any or none"));
    for (var kind : SignalKind.values()) {
      options.add(Option.of(kind.code(), kind.label()));
    }
    return options;
  }

  @GetMapping("/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") long at,
      Model model,
      HttpServletResponse response) {
    var session = find(id);
    var lines = details.lines(id, MOST_LINES);
    var chunks = details.chunks(id);
    boolean replay = chunks.stream().anyMatch(SessionDetails.Chunk::snapshot);
    long start = session.startedAt().toEpochMilli();
    response.setHeader("Content-Security-Policy", REPLAY_POLICY);
    model.addAttribute("row", session);
    model.addAttribute("lines", lines);
    model.addAttribute("cut", lines.size() == MOST_LINES);
    model.addAttribute("signals", details.signals(id));
    model.addAttribute("pages", details.pages(id));
    model.addAttribute("start", start);
    model.addAttribute("length", length(session, chunks, start));
    model.addAttribute("player", replay ? player.address() : null);
    model.addAttribute("replay", replay);
    model.addAttribute("at", at < 0 ? 0 : at > start ? at - start : at);
    return "recording/show";
  }

  private static long length(
      SessionSearch.Row session, List<SessionDetails.Chunk> chunks, long start) {
    long end = chunks.stream().mapToLong(SessionDetails.Chunk::to).max().orElse(start);
    return Math.max(1000, Math.max(session.seconds() * 1000, end - start));
  }

  /** The recording of a run at a moment; the AI's own first, and the list when there is none. */
  @GetMapping("/run/{runId}")
  String ofRun(@PathVariable UUID runId, @RequestParam(defaultValue = "0") long at) {
    var wish = new SessionSearch.Wish("", "", "", "", 0, runId, Since.of("90d", clock.instant()));
    return sessions.list(wish, SIZE, 0).stream()
        .min(java.util.Comparator.comparing(row -> !row.source().equals("ai")))
        .map(row -> "redirect:/company/recordings/" + row.id() + "?at=" + at)
        .orElse("redirect:/company/recordings?since=90d&run=" + runId);
  }

  /** Erases the session; what of it comes later is refused. */
  @PostMapping("/{id}/erasure")
  @Access(company = ADMIN)
  String erase(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    find(id);
    forgetting.forgetAtItsWish(user.requireCompany(), id);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("The session is erased."));
    return "redirect:/company/recordings";
  }

  /** The index of the replay, for the player. */
  @GetMapping(path = "/{id}/chunks", produces = "application/json")
  @ResponseBody
  List<SessionDetails.Chunk> chunks(@PathVariable UUID id) {
    find(id);
    return details.chunks(id);
  }

  /** Parts of the replay from a number on, as lines of number, skew and body. */
  @GetMapping(path = "/{id}/bodies", produces = "application/json")
  void bodies(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int from,
      HttpServletResponse response)
      throws IOException {
    find(id);
    response.setContentType("application/json");
    var out = new StringBuilder("[");
    for (var body : details.bodies(id, from, MOST_BODIES)) {
      out.append(out.length() == 1 ? "" : ",")
          .append("{\"n\":")
          .append(body.sequence())
          .append(",\"skew\":")
          .append(body.skewMillis())
          .append(",\"body\":")
          .append(body.json())
          .append('}');
    }
    response.getOutputStream().write(out.append(']').toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Everything that is kept of the session. */
  @GetMapping("/{id}/session.json")
  void export(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    find(id);
    response.setContentType("application/json");
    response.setHeader("Content-Disposition", "attachment; filename=\"session-" + id + ".json\"");
    response.getOutputStream().write(json.writeValueAsBytes(details.export(id)));
  }

  private SessionSearch.Row find(UUID id) {
    return sessions
        .find(id)
        .orElseThrow(() -> ApiProblem.notFound("This session isn't kept any more."));
  }
}
