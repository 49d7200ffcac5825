package dev.hitlai.aitester.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Every audit that the tester knows. */
public final class Audits {
  /** Probes whose scripts look at the document, all in one round trip. */
  static final List<String> PROBES =
      List.of(
          "target-size",
          "persona-contrast",
          "text-size",
          "line-length",
          "all-caps",
          "justified-text",
          "link-text",
          "link-names",
          "headings",
          "images",
          "forms",
          "colour-only",
          "hover-only",
          "truncation",
          "motion",
          "cookie-banner",
          "deceptive",
          "status",
          "security",
          "hijack",
          "controls",
          "overlay",
          "dead-end",
          "readability",
          "broken-links",
          "orientation",
          "tables",
          "frames",
          "aria",
          "language",
          "bypass",
          "content",
          "consistency",
          "spelling",
          "lists");

  /**
   * Costly looks whose result is the same for everybody who sees the same. Not among them: what
   * asks for a persona's needs, and what a session measured or remembers.
   */
  private static final Set<String> SHARED =
      Set.of(
          "axe",
          "text-over-image",
          "keyboard",
          "keyboard-trap",
          "hover-content",
          "resize",
          "reflow",
          "carousel",
          "auto-update",
          "late-shift",
          "dead-controls",
          "media");

  private Audits() {}

  /**
   * A fresh set for one run on one thread: some remember what they saw on earlier pages (titles,
   * links already checked).
   */
  public static List<Audit> all() {
    return all(new Probes(PROBES));
  }

  /**
   * Sets for the personas of one run, each on a thread of its own. They remember together what the
   * site answered to somebody without a session, what presses brought up, and what costly looks at
   * a state showed.
   */
  public static Supplier<List<Audit>> ofOneRun() {
    var check = new LinkCheck();
    var trials = new Trials();
    var looks = new SharedLooks();
    var answers = new OnceForAll<Probes.Question, Probes.Answer>();
    var focus = new ConcurrentHashMap<KeyboardAudit.Look, Boolean>();
    return () ->
        all(new Probes(PROBES, answers), check, trials, focus).stream()
            .map(audit -> shared(audit, looks))
            .toList();
  }

  private static Audit shared(Audit audit, SharedLooks looks) {
    return audit instanceof HitAudit hits && SHARED.contains(audit.id())
        ? new SharedAudit(hits, looks)
        : audit;
  }

  static List<Audit> all(Probes probes) {
    return all(probes, new LinkCheck(), new Trials(), new HashMap<>());
  }

  private static List<Audit> all(
      Probes probes, LinkCheck check, Trials trials, Map<KeyboardAudit.Look, Boolean> focus) {
    var axe = new AxeScript();
    var debugger = new Debugger();
    var listeners = new Listeners(debugger);
    var narrowed = new Narrowed();
    return List.of(
        new AxeAudit(axe),
        new TargetSizeAudit(probes),
        new PersonaContrastAudit(probes),
        new TextOverImageAudit(axe),
        new TextSizeAudit(probes),
        new LineLengthAudit(probes),
        new AllCapsAudit(probes),
        new JustifiedTextAudit(probes),
        new LinkTextAudit(probes),
        new LinkNamesAudit(probes, check),
        new HeadingsAudit(probes),
        new ImagesAudit(probes, check),
        new FormsAudit(probes),
        new ColourOnlyAudit(probes),
        new HoverOnlyAudit(probes),
        new TruncationAudit(probes),
        new MotionAudit(probes),
        new CookieBannerAudit(probes),
        new DeceptiveAudit(probes),
        new StatusAudit(probes),
        new SecurityAudit(probes, check),
        new HijackAudit(probes),
        new ControlsAudit(probes),
        new ReadabilityAudit(probes),
        new BrokenLinksAudit(probes, check),
        new OrientationAudit(probes),
        new TablesAudit(probes),
        new FramesAudit(probes),
        new AriaAudit(probes),
        new LanguageAudit(probes),
        new MediaAudit(probes),
        new BypassAudit(probes),
        new ContentAudit(probes),
        new ConsistencyAudit(probes),
        new SpellingAudit(probes),
        new TitlesAudit(),
        new VitalsAudit(check),
        new RequestsAudit(check),
        new ConsoleAudit(),
        new HeadersAudit(check),
        new OverlayAudit(probes),
        new DeadEndAudit(probes),
        new DeadControlsAudit(debugger),
        new KeyboardAudit(focus),
        new KeyboardTrapAudit(listeners),
        new ShortcutsAudit(listeners),
        new DeviceMotionAudit(listeners),
        new FocusChangeAudit(listeners),
        new AutoUpdateAudit(probes),
        new HoverContentAudit(),
        new ResizeAudit(narrowed),
        new CarouselAudit(probes),
        new ReflowAudit(narrowed),
        new InteractionAudit(probes, trials),
        new ListsAudit(probes),
        new LateShiftAudit(),
        new AnswersAudit());
  }
}
