/**
 * The ground the modules stand on: database, migrations, partitions, who asks, time. No business.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.hitlai.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
