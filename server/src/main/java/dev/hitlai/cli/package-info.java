/** The command line: test a site without a server, start the platform, run the demonstration. */
@ApplicationModule
@NullMarked
package dev.hitlai.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
