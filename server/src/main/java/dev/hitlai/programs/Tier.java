package dev.hitlai.programs;

import java.util.List;
import java.util.Optional;

/** A level of a program, with so many spots and what it promises. */
public sealed interface Tier permits CompanyTier, TesterTier {
  /** As in the database, the API and addresses: {@code founding_partner}. */
  String code();

  /** As people read it. */
  String label();

  Program program();

  int spots();

  /** The promise in a few words. */
  String headline();

  /** What is promised and expected, a sentence each. */
  List<String> benefits();

  /** What is offered when this one is full; empty for the last. */
  Optional<? extends Tier> next();
}
