package dev.hitlai;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {
  private static final ApplicationModules MODULES = ApplicationModules.of(HitlaiApplication.class);

  @Test
  void keepToEachOthersPublicTypesWithoutCycles() {
    MODULES.verify();
  }

  /** Draws into the folder that the property names; the pictures of {@code docs/modules}. */
  @Test
  @EnabledIfSystemProperty(named = "hitlai.docs.modules", matches = ".+")
  void drawThemselves() {
    var folder = System.getProperty("hitlai.docs.modules");
    new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder))
        .writeModulesAsPlantUml()
        .writeIndividualModulesAsPlantUml();
  }
}
