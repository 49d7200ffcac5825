package dev.hitlai.billing;

/** Why a tester gets more than their share; the reference of the bonus says for what exactly. */
public enum BonusKind {
  /** Well rated for months. */
  QUALITY("Quality bonus"),
  /** Many tests in months. */
  VOLUME("Volume bonus"),
  /** Brought another tester. */
  REFERRAL("Referral bonus"),
  /** Given by an administrator, who says why. */
  OTHER("Bonus");

  private final String label;

  BonusKind(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }
}
