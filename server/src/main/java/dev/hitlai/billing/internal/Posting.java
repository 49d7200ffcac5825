package dev.hitlai.billing.internal;

import dev.hitlai.billing.PostingKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transaction to post: entries that add up to zero, under a reference that is taken once.
 *
 * @param companyId whose statement shows it; null when it is a tester's
 * @param testerId whose statement shows it; null when it is a company's
 */
public record Posting(
    PostingKind kind,
    String reference,
    String description,
    @Nullable UUID companyId,
    @Nullable UUID testerId,
    List<Entry> entries) {

  /**
   * @param amount US dollars in whole cents; above zero a debit, below zero a credit
   */
  public record Entry(AccountKind account, BigDecimal amount) {
    public Entry {
      Money.requireCents(amount);
    }
  }

  public Posting {
    entries = List.copyOf(entries);
    if ((companyId == null) == (testerId == null)) {
      throw new IllegalArgumentException("A posting is a company's or a tester's.");
    }
    var total = entries.stream().map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (entries.size() < 2 || total.signum() != 0) {
      throw new IllegalArgumentException("The entries don't add up to zero: " + entries);
    }
  }

  static Builder company(PostingKind kind, UUID companyId, String reference, String description) {
    return new Builder(kind, reference, description, companyId, null);
  }

  static Builder tester(PostingKind kind, UUID testerId, String reference, String description) {
    return new Builder(kind, reference, description, null, testerId);
  }

  /** Collects entries; amounts of zero leave no entry. */
  static final class Builder {
    private final PostingKind kind;
    private final String reference;
    private final String description;
    private final @Nullable UUID companyId;
    private final @Nullable UUID testerId;
    private final List<Entry> entries = new ArrayList<>();

    private Builder(
        PostingKind kind,
        String reference,
        String description,
        @Nullable UUID companyId,
        @Nullable UUID testerId) {
      this.kind = kind;
      this.reference = reference;
      this.description = description;
      this.companyId = companyId;
      this.testerId = testerId;
    }

    Builder debit(AccountKind account, BigDecimal amount) {
      if (amount.signum() != 0) {
        entries.add(new Entry(account, amount));
      }
      return this;
    }

    Builder credit(AccountKind account, BigDecimal amount) {
      return debit(account, amount.negate());
    }

    Posting build() {
      return new Posting(kind, reference, description, companyId, testerId, entries);
    }
  }
}
