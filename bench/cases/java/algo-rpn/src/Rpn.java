import java.util.ArrayDeque;
import java.util.Deque;

public class Rpn {
    public static int value(String text) {
        Deque<Integer> stack = new ArrayDeque<>();
        for (String token : text.split(" ")) {
            if (token.matches("-?\\d+")) {
                stack.push(Integer.parseInt(token));
                continue;
            }
            int a = stack.pop();
            int b = stack.pop();
            switch (token) {
                case "+":
                    stack.push(a + b);
                    break;
                case "-":
                    stack.push(a - b);
                    break;
                case "*":
                    stack.push(a * b);
                    break;
                default:
                    stack.push(b / a);
            }
        }
        return stack.pop();
    }
}
