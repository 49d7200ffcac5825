package dev.hitlai;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The server: every module below this package. */
@SpringBootApplication
@Modulithic(systemName = "HitlAI", sharedModules = "platform")
public class HitlaiApplication {}
