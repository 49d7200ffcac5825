package dev.hitlai.testing.internal.runs;

import dev.hitlai.aitester.report.Brand;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.artifacts.Artifacts;
import dev.hitlai.testing.internal.people.PeopleReport;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What somebody with a link may see: that run's report and files. The link is looked up as the
 * system, everything else as the link's company, so that nothing of another one can be reached.
 */
@Component
public class SharedReports {
  private final ReportLinks links;
  private final PeopleReport reports;
  private final Artifacts artifacts;
  private final TransactionOperations transactions;

  SharedReports(
      ReportLinks links,
      PeopleReport reports,
      Artifacts artifacts,
      TransactionOperations transactions) {
    this.links = links;
    this.reports = reports;
    this.artifacts = artifacts;
    this.transactions = transactions;
  }

  /** Empty when the link never was, has expired or was revoked. */
  public Optional<RunDocument> report(String token) {
    return shown(token, reports::find);
  }

  /** Whose report the link shows; null for ours. */
  public @Nullable Brand brand(String token) {
    return shown(token, run -> Optional.ofNullable(reports.brand(run))).orElse(null);
  }

  /** A file of the run that the link shows; empty for a file of any other run. */
  public Optional<Artifacts.Served> file(String token, UUID id) {
    return shown(token, run -> artifacts.ofRun(run, id));
  }

  private <T> Optional<T> shown(String token, Function<UUID, Optional<T>> read) {
    var target =
        Tenancy.as(
            Actor.system("shared report"),
            () -> Objects.requireNonNull(transactions.execute(status -> links.find(token))));
    return target.flatMap(
        found ->
            Tenancy.as(Actor.company(null, found.companyId()), () -> read.apply(found.runId())));
  }
}
