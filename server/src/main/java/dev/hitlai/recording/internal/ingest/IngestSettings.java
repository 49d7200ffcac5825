package dev.hitlai.recording.internal.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How batches become durable, from {@code hitlai.recording.ingest.*}.
 *
 * @param writers connections that write side by side
 * @param window how long a group waits for more batches before it is written
 * @param group the most batches in one transaction
 * @param waiting rows that may wait for a writer; what comes beyond is sent away for a second
 * @param patience after which a request that waits for its group is sent away
 */
@Validated
@ConfigurationProperties("hitlai.recording.ingest")
public record IngestSettings(
    @DefaultValue("2") @Min(1) @Max(16) int writers,
    @DefaultValue("3ms") Duration window,
    @DefaultValue("256") @Min(1) @Max(5000) int group,
    @DefaultValue("48MB") DataSize waiting,
    @DefaultValue("10s") Duration patience) {}
