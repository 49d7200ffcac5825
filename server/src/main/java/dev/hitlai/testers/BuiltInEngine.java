package dev.hitlai.testers;

/**
 * The engine that ships with the platform: rules and models of people's behaviour. No language
 * model is involved. In the roster and the price list it is the tester that HitlAI trains, and what
 * models learn later are further versions of it.
 */
public final class BuiltInEngine {
  /** As in the price list. */
  public static final PricedItem ITEM = PricedItem.OWN_AI;

  public static final String PROVIDER = "hitl_finetuned";

  /** Raised when it finds other things than before, so that figures of two versions don't mix. */
  public static final String VERSION = "built-in-1";

  /** What it calls itself in a report. */
  public static final String ENGINE = "offline";

  private BuiltInEngine() {}
}
