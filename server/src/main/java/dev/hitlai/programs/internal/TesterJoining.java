package dev.hitlai.programs.internal;

import dev.hitlai.programs.internal.ProgramEvents.TesterJoined;
import dev.hitlai.testers.TesterRoster;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A tester takes a spot; what their tests have earned already vests at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TesterJoining {
  private final TesterSpots spots;
  private final Vesting vesting;
  private final TesterRoster roster;
  private final ApplicationEventPublisher events;

  TesterJoining(
      TesterSpots spots, Vesting vesting, TesterRoster roster, ApplicationEventPublisher events) {
    this.spots = spots;
    this.vesting = vesting;
    this.roster = roster;
    this.events = events;
  }

  void join(Application application, TesterSpots.Membership spot, UUID testerId, UUID userId) {
    var joined = spots.join(spot, testerId);
    events.publishEvent(new TesterJoined(application, userId, joined));
    roster.profile(testerId).ifPresent(profile -> vesting.vest(joined, profile.testsCompleted()));
  }
}
