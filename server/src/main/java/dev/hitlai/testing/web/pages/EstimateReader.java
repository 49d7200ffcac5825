package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Quota;
import dev.hitlai.testing.internal.requests.Completeness;
import dev.hitlai.testing.internal.requests.NewTestRequest;
import dev.hitlai.testing.internal.requests.TestRequests;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works out what stands beside the request builder. */
@Component
class EstimateReader {
  private final TestRequests requests;
  private final Quota quota;

  EstimateReader(TestRequests requests, Quota quota) {
    this.requests = requests;
    this.quota = quota;
  }

  @Transactional(readOnly = true)
  public Estimate read(UUID companyId, NewTestRequest asked) {
    var offer = requests.offer(companyId, asked);
    return Estimate.of(
        Completeness.of(asked.facts()),
        offer.quote(),
        offer.ruling(),
        quota.standing(companyId),
        Math.max(1, asked.personas().size()));
  }
}
