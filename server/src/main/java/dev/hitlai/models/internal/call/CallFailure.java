package dev.hitlai.models.internal.call;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One try of a call that gave no answer. */
public final class CallFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Kind {
    /** The provider has too much to do, or our share is used up. */
    RATE_LIMITED(true, true),
    SERVER_ERROR(true, true),
    NETWORK_ERROR(true, true),
    TIMEOUT(true, true),
    /** The provider doesn't take the request: a wrong key, an unknown model, too long. */
    REJECTED(false, true),
    /** The model declined. */
    REFUSED(false, false),
    /** We stopped it. */
    STOPPED(false, false);

    private final boolean again;
    private final boolean counts;

    Kind(boolean again, boolean counts) {
      this.again = again;
      this.counts = counts;
    }

    /** Whether the same may work in a moment. */
    public boolean again() {
      return again;
    }

    /** Whether it speaks against the provider. */
    public boolean counts() {
      return counts;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;
  private final transient Usage usage;

  CallFailure(Kind kind, String sentence, @Nullable Duration retryAfter, Usage usage) {
    super(sentence);
    this.kind = kind;
    this.retryAfter = retryAfter;
    this.usage = usage;
  }

  public Kind kind() {
    return kind;
  }

  /** When the provider says that it will answer again; null when it doesn't say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** What is paid for nothing. */
  public Usage usage() {
    return usage;
  }
}
