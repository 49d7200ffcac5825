package dev.hitlai.web;

import dev.hitlai.web.view.ProgramOffer;
import java.util.List;

/** What we offer to those who come early, with the spots that are left right now. */
public interface ProgramOffers {
  /** The tiers of companies, the best first. */
  List<ProgramOffer> companies();

  /** The tiers of testers, the best first. */
  List<ProgramOffer> testers();
}
