package dev.hitlai.programs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom we look for at the beginning. */
public enum Program {
  /** Companies. */
  EARLY_ADOPTER("Early-adopter program", "/early-adopter"),
  /** Testers. */
  FOUNDING_TESTER("Founding-tester program", "/founding-tester");

  private final String label;
  private final String path;

  Program(String label, String path) {
    this.label = label;
    this.path = path;
  }

  /** As in the database and the API: {@code early_adopter}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static Program of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String label() {
    return label;
  }

  /** Where one reads about it and applies. */
  public String path() {
    return path;
  }

  /** The best first. */
  public List<? extends Tier> tiers() {
    return switch (this) {
      case EARLY_ADOPTER -> List.of(CompanyTier.values());
      case FOUNDING_TESTER -> List.of(TesterTier.values());
    };
  }

  public Optional<? extends Tier> tier(String code) {
    return tiers().stream().filter(tier -> tier.code().equals(code)).findFirst();
  }
}
