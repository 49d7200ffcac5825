package dev.hitlai.aitester;

/** The twelve agents whose work shows up in {@code agent_executions} under exactly these names. */
public enum Agent {
  /** Takes the mission apart: {@link dev.hitlai.aitester.mind.MindFactory}. */
  MISSION_PLANNER("MissionPlanner"),
  /** Chooses the next action: {@link dev.hitlai.aitester.mind.Mind#decide}. */
  NAVIGATOR("Navigator"),
  /** Looks at the page: {@link dev.hitlai.aitester.perception.Perception}. */
  PERCEIVER("Perceiver"),
  /** Carries the action out: {@link dev.hitlai.aitester.browser.Actuator}. */
  INTERACTION_AGENT("InteractionAgent"),
  /** Five auditors, each the {@link dev.hitlai.aitester.audit.Audit}s that name it as theirs. */
  ACCESSIBILITY_AUDITOR("AccessibilityAuditor"),
  PERFORMANCE_AUDITOR("PerformanceAuditor"),
  CONTENT_AUDITOR("ContentAuditor"),
  VISUAL_AUDITOR("VisualAuditor"),
  SECURITY_AUDITOR("SecurityAuditor"),
  /** Feels what came of it: {@link dev.hitlai.aitester.mind.Mind#learn}. */
  FRUSTRATION_METER("FrustrationMeter"),
  /** Makes one finding of what several saw: {@link dev.hitlai.aitester.finding.FindingMerger}. */
  CROSS_VERIFIER("CrossVerifier"),
  /** Gives each finding its picture, the last touch before the report is put together. */
  REPORT_WRITER("ReportWriter");

  private final String displayName;

  Agent(String displayName) {
    this.displayName = displayName;
  }

  public String displayName() {
    return displayName;
  }
}
