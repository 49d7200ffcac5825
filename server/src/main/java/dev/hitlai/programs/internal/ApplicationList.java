package dev.hitlai.programs.internal;

import dev.hitlai.api.ApiProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applications for reviewers, who see everything. */
@Component
@Transactional(readOnly = true)
public class ApplicationList {
  private final Applications applications;

  ApplicationList(Applications applications) {
    this.applications = applications;
  }

  public List<Application> list(ApplicationFilter filter, int limit, int offset) {
    return applications.list(filter.condition(), limit, offset);
  }

  public int count(ApplicationFilter filter) {
    return applications.count(filter.condition());
  }

  /**
   * @throws ApiProblem NOT_FOUND
   */
  public Application find(UUID id) {
    return applications
        .find(id)
        .orElseThrow(() -> ApiProblem.notFound("No application has this id."));
  }

  public Optional<Application> maybe(UUID id) {
    return applications.find(id);
  }

  /** What was answered, in the form's order. */
  public Map<Question, String> answers(Application application) {
    return applications.answers(application);
  }
}
