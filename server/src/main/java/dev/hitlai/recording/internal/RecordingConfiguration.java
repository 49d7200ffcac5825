package dev.hitlai.recording.internal;

import dev.hitlai.recording.internal.bots.BotSettings;
import dev.hitlai.recording.internal.ingest.IngestSettings;
import dev.hitlai.recording.internal.signals.SignalSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of recordings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IngestSettings.class, SignalSettings.class, BotSettings.class})
class RecordingConfiguration {}
