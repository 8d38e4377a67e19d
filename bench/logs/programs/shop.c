/* Plays the events of standard input as a daemon's lines reach a file through syslog. */
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void) {
    char line[4096], stamp[32];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        char *label = line, *level = strchr(line, '\t') + 1, *text = strchr(level, '\t') + 1;
        level[-1] = 0, text[-1] = 0;
        time_t now = time(NULL);
        strftime(stamp, sizeof stamp, "%b %e %H:%M:%S", gmtime(&now));
        printf("@@ %s\n%s web-1 shopd[%d]: ", label, stamp, 1717);
        if (!strcmp(level, "throw")) printf("error: cannot handle %s\n", text);
        else if (!strcmp(level, "INFO") || !strcmp(level, "DEBUG")) printf("%s\n", text);
        else printf("%s: %s\n", !strcmp(level, "ERROR") ? "error" : "warning", text);
    }
    return 0;
}
