package dev.hitlai.programs.internal;

import dev.hitlai.programs.Program;
import dev.hitlai.web.ProgramOffers;
import dev.hitlai.web.view.ProgramOffer;
import java.util.List;
import org.springframework.stereotype.Component;

/** The tiers with their spots, for public pages. */
@Component
public class PublicOffers implements ProgramOffers {
  private final Spots spots;

  PublicOffers(Spots spots) {
    this.spots = spots;
  }

  @Override
  public List<ProgramOffer> companies() {
    return of(Program.EARLY_ADOPTER);
  }

  @Override
  public List<ProgramOffer> testers() {
    return of(Program.FOUNDING_TESTER);
  }

  public List<ProgramOffer> of(Program program) {
    var taken = spots.taken();
    return program.tiers().stream()
        .map(
            tier ->
                new ProgramOffer(
                    tier.code(),
                    tier.label(),
                    tier.headline(),
                    tier.benefits(),
                    tier.spots(),
                    taken.left(tier),
                    program.path() + "?tier=" + tier.code() + "#apply"))
        .toList();
  }
}
