package dev.hitlai.web.view;

/** The parts of the platform, each with its own navigation and home. */
public enum Area {
  PUBLIC("/", "HitlAI"),
  COMPANY("/company/dashboard", "Company"),
  TESTER("/tester/dashboard", "Tester"),
  ADMIN("/admin", "Administration");

  private final String home;
  private final String label;

  Area(String home, String label) {
    this.home = home;
    this.label = label;
  }

  public String home() {
    return home;
  }

  public String label() {
    return label;
  }
}
