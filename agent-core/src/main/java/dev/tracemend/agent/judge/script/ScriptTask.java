package dev.tracemend.agent.judge.script;

import dev.tracemend.agent.repair.script.ScriptFault;
import dev.tracemend.logs.Language;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a script judge is opened for.
 *
 * @param root the checkout's files as they are; read, never written
 * @param home the user's own checkout, whose installed packages ({@code .venv}, {@code node_modules}) are used
 * @param logged the logged failure; empty where only failing tests tell
 * @param log the log around it; data
 */
public record ScriptTask(Language language, Path root, Path home, Optional<ScriptFault> logged, String log) {}
