/**
 * Mends what a service is configured with, where the log names the setting or address that failed and the checkout holds
 * exactly one thing that can be meant. {@link dev.tracemend.agent.repair.settings.SettingsRules} is the way in; each
 * {@code SettingsRule} knows one family. Nothing here can be run, so its changes are proposed and never called verified;
 * where two readings are possible there is none.
 */
@NullMarked
package dev.tracemend.agent.repair.settings;

import org.jspecify.annotations.NullMarked;
