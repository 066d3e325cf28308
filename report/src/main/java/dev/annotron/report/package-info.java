/**
 * Pictures of networks and their training, and a report of a run as one HTML file.
 *
 * <p>Every picture is drawn once, as SVG with real text; {@link dev.annotron.report.Picture#png}
 * renders that. No window system is needed, but at least one font is.
 */
@NullMarked
package dev.annotron.report;

import org.jspecify.annotations.NullMarked;
