/**
 * The stack of containers for a service of the user's, behind {@code tracemend lightweight-*}. What comes in: paths of the
 * service, and the clone's own {@code compose.yaml} and {@code deploy/Dockerfile}. {@link
 * dev.tracemend.cli.stack.lightweight.ServicePlan} settles the paths, {@link
 * dev.tracemend.cli.stack.lightweight.StackTemplate} writes them into copies of both files, {@link
 * dev.tracemend.cli.stack.lightweight.GeneratedFile} keeps what the user edited. {@link
 * dev.tracemend.cli.stack.lightweight.Deployment} runs Docker's compose over them; {@link
 * dev.tracemend.cli.stack.lightweight.DeployJournal} records each line and step, in files and on the topics {@code
 * deploy.logs.lightweight} and {@code deploy.events.lightweight}.
 */
@NullMarked
package dev.tracemend.cli.stack.lightweight;

import org.jspecify.annotations.NullMarked;
