"""Runs a Python checkout for the judge: one warm process, one fork for each candidate.

It talks on its standard input and output in lists of texts (a count, then length and bytes of each). Nothing of the
checkout is imported in this process itself: every run is a forked child with limits, killed with its group.
"""
import ast, asyncio, copy, gc, importlib, inspect, io, itertools, json, math, os, pickle, random, re, resource, select
import shutil, signal, sys, time, traceback, types

SKIPPED = {'.git', 'node_modules', '.venv', 'venv', '__pycache__', '.tox', '.mypy_cache', '.pytest_cache', '.hypothesis'}
MOST_FILES = 20000
FAULTS = ('AttributeError', 'TypeError', 'NameError', 'UnboundLocalError', 'KeyError', 'IndexError',
          'ZeroDivisionError', 'RecursionError', 'ImportError', 'ModuleNotFoundError', 'UnicodeDecodeError',
          'StopIteration', 'SyntaxError', 'IndentationError', 'JSONDecodeError', 'FileNotFoundError')

IN = os.fdopen(os.dup(0), 'rb')
OUT = os.fdopen(os.dup(1), 'wb')
_null = os.open(os.devnull, os.O_RDWR)
os.dup2(_null, 0)
os.dup2(_null, 1)
sys.dont_write_bytecode = True
try:
    import pytest
    import _pytest.assertion.rewrite, _pytest.python, _pytest.unittest, _pytest.fixtures, _pytest.junitxml  # warm
    HAVE_PYTEST = True
except Exception:
    HAVE_PYTEST = False
    pytest = types.SimpleNamespace(hookimpl=lambda **words: lambda function: function)
import unittest, unittest.mock


def receive():
    line = IN.readline()
    if not line:
        return None
    return [IN.read(int(IN.readline())).decode('utf-8', 'replace') for _ in range(int(line))]


def send(*texts):
    OUT.write(b'%d\n' % len(texts))
    for text in texts:
        data = str(text).encode('utf-8', 'replace')
        OUT.write(b'%d\n' % len(data))
        OUT.write(data)
    OUT.flush()


def fork(work, limit):
    """Runs work() in a child; its JSON result, or None where it ended otherwise or took too long."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
            os.setsid()
            IN.close()
            os.close(OUT.fileno())
            os.dup2(_null, 2)
            cpu = int(limit) + 2
            resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
            resource.setrlimit(resource.RLIMIT_AS, (1 << 31, 1 << 31))
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 26, 1 << 26))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            data = json.dumps(work()).encode()
            while data:
                data = data[os.write(writing, data):]
            os._exit(0)
        except BaseException:
            try:
                os.write(writing, json.dumps({'broken': traceback.format_exc()[-1500:]}).encode())
            except BaseException:
                pass
            os._exit(3)
    os.close(writing)
    data, end, late = b'', time.monotonic() + limit, False
    while True:
        left = end - time.monotonic()
        ready = left > 0 and select.select([reading], [], [], left)[0]
        if not ready:
            late = True
            break
        piece = os.read(reading, 1 << 16)
        if not piece:
            break
        data += piece
    os.close(reading)
    try:
        os.killpg(pid, signal.SIGKILL)
    except OSError:
        pass
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
    os.waitpid(pid, 0)
    if late or not data:
        return {'ended': 'it took longer than %g s' % limit if late else 'it ended by itself'}
    try:
        result = json.loads(data)
        return {'ended': result['broken']} if 'broken' in result else result
    except ValueError:
        return {'ended': 'it ended while it answered'}


class Folder:
    """A copy of the checkout that is made anew whenever a candidate left it changed."""

    def __init__(self, pristine, work):
        self.pristine, self.root = pristine, os.path.join(work, 'checkout')
        self.make()

    def make(self):
        shutil.rmtree(self.root, ignore_errors=True)
        count = 0

        def skip(folder, names):
            nonlocal count
            count += len(names)
            if count > MOST_FILES:
                raise OSError('the checkout has more than %d files' % MOST_FILES)
            return [n for n in names if n in SKIPPED or not os.path.exists(os.path.join(folder, n))]

        shutil.copytree(self.pristine, self.root, ignore=skip)
        self.seen = self.state()

    def state(self):
        found = {}
        for folder, folders, files in os.walk(self.root):
            for name in files + folders:
                path = os.path.join(folder, name)
                try:
                    s = os.lstat(path)
                    found[path] = (s.st_ino, s.st_ctime_ns, s.st_size) if name in files else s.st_mode
                except OSError:
                    found[path] = None
        return found

    def fresh(self):
        if self.state() != self.seen:
            self.make()

    def put(self, texts):
        for path, text in texts.items():
            full = os.path.join(self.root, path)
            with open(full, 'wb') as out:
                out.write(text.encode('utf-8'))
        changed = self.state()
        self.seen, self.kept = changed, self.seen

    def undo(self, texts):
        self.fresh_or_make()
        for path in texts:
            shutil.copy2(os.path.join(self.pristine, path), os.path.join(self.root, path))
        self.seen = self.state()

    def fresh_or_make(self):
        if self.state() != self.seen:
            self.make()


class Place:
    """Where things are within a child: its working folder and path."""

    def __init__(self, root, extra):
        self.root, self.extra = root, extra

    def enter(self):
        os.chdir(self.root)
        paths = [self.root, os.path.join(self.root, 'src')] + [os.path.join(self.root, e) for e in self.extra]
        for path in reversed(paths):
            if os.path.isdir(path) and path not in sys.path:
                sys.path.insert(0, path)
        importlib.invalidate_caches()
        random.seed(7)

    def own(self, path):
        path = os.path.abspath(path)
        return os.path.relpath(path, self.root) if path.startswith(self.root + os.sep) else None

    def module(self, rel):
        full = os.path.join(self.root, rel)
        for loaded in list(sys.modules.values()):
            if getattr(loaded, '__file__', None) == full and loaded.__name__ != '__main__':
                return loaded
        stem = rel[:-3]
        if stem.endswith('__init__'):
            stem = os.path.dirname(stem)
        for base in [''] + ['src/'] + [e + '/' for e in self.extra if e]:
            if stem.startswith(base):
                name = stem[len(base):].replace('/', '.')
                try:
                    found = importlib.import_module(name)
                except ModuleNotFoundError as absent:
                    if absent.name is not None and (name == absent.name or name.startswith(absent.name + '.')):
                        continue
                    raise
                if getattr(found, '__file__', None) == full:
                    return found
        folder = os.path.dirname(full)
        sys.path.insert(0, folder)
        return importlib.import_module(os.path.basename(stem))


def is_test(rel):
    parts = rel.replace('\\', '/').split('/')
    name = parts[-1]
    return (name.startswith('test_') or name.endswith('_test.py') or name in ('conftest.py', 'tests.py', 'test.py')
            or any(p in ('tests', 'test', 'testing') for p in parts[:-1]))


def frames_of(place, error):
    found = []
    for entry in traceback.extract_tb(error.__traceback__):
        rel = place.own(entry.filename)
        if rel is not None:
            found.append([rel, entry.lineno or 0, entry.name])
    if isinstance(error, SyntaxError) and error.filename:
        rel = place.own(error.filename)
        if rel is not None:
            found.append([rel, error.lineno or 0, '<module>'])
    return found


def chain_of(error):
    seen = []
    while error is not None and error not in seen and len(seen) < 10:
        seen.append(error)
        members = getattr(error, 'exceptions', None)
        if members and isinstance(members, (list, tuple)) and isinstance(members[0], BaseException):
            error = members[0]
        else:
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return seen


def describe(place, error):
    """The exception as lists of type, message and own frames, outermost first."""
    return [[type(e).__name__, str(e)[:500], frames_of(place, e)] for e in chain_of(error)]


TEST_LIMIT = 2  # seconds of processor time


class TookTooLong(Exception):
    """A test that does not come to an end fails with this."""


class Results:
    """Pytest's plugin: what each test ended with."""

    def __init__(self, place, before=None):
        self.place, self.passed, self.failed, self.skipped, self.before = place, [], {}, [], before

    def pytest_runtest_logstart(self, nodeid, location):
        if self.before:
            self.before(nodeid)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item):
        def stop(number, frame):
            raise TookTooLong('the test took longer than %g s' % TEST_LIMIT)

        signal.signal(signal.SIGPROF, stop)
        signal.setitimer(signal.ITIMER_PROF, TEST_LIMIT)
        yield
        signal.setitimer(signal.ITIMER_PROF, 0)

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.failed.setdefault(report.nodeid, self.errors.get(report.nodeid, []))
        elif report.when == 'call' and report.passed:
            self.passed.append(report.nodeid)
        elif report.skipped:
            self.skipped.append(report.nodeid)

    def pytest_collectreport(self, report):
        if report.failed:
            text = str(report.longrepr)
            said = re.findall(r'^E\s+([A-Za-z_.]*(?:Error|Exception|Interrupt)):? ?(.*)$', text, re.M)
            kind, message = said[-1] if said else ('Exception', text[-200:])
            frames = [[p, int(n), f] for p, n, f in re.findall(r'^(\S+\.py):(\d+): in (\S+)', text, re.M)]
            frames = [f for f in frames if not f[0].startswith(('/', '..'))]
            broken = re.findall(r'^E\s+File "([^"]+)", line (\d+)', text, re.M)
            if broken:
                rel = self.place.own(broken[-1][0])
                if rel:
                    frames.append([rel, int(broken[-1][1]), '<module>'])
            self.failed[report.nodeid] = [[kind.split('.')[-1], message, frames]]

    errors = {}

    def pytest_exception_interact(self, node, call, report):
        if call.excinfo is not None and hasattr(node, 'nodeid'):
            self.errors[node.nodeid] = describe(self.place, call.excinfo.value)
            if report.failed and node.nodeid in self.failed:
                self.failed[node.nodeid] = self.errors[node.nodeid]


class UnitResult(unittest.TestResult):
    def __init__(self, place, before=None):
        super().__init__()
        self.place, self.passed, self.failed_, self.before = place, [], {}, before

    def startTest(self, test):
        super().startTest(test)
        if self.before:
            self.before(test.id())

    def addSuccess(self, test):
        self.passed.append(test.id())

    def addError(self, test, err):
        self.failed_[test.id()] = describe(self.place, err[1])

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.failed_[test.id()] = describe(self.place, err[1])

    addFailure = addError


def flatten(suite):
    for one in suite:
        if isinstance(one, unittest.TestSuite):
            yield from flatten(one)
        else:
            yield one


def run_tests(place, only, before=None, first=False):
    """Passed names and failed names with their exceptions; only: names, or None for all."""
    if HAVE_PYTEST:
        results = Results(place, before)
        Results.errors = {}
        words = ['-q', '-p', 'no:cacheprovider', '-p', 'no:faulthandler', '--tb=short', '-o', 'addopts=',
                 '--rootdir', place.root]
        words += ['-x'] if first else []
        words += only if only is not None else []
        keep = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = io.StringIO()
        try:
            pytest.main(words, plugins=[results])
        finally:
            sys.stdout, sys.stderr = keep
        passed = [p for p in results.passed if p not in results.failed]
        return passed, results.failed
    loader = unittest.TestLoader()
    suites = [loader.discover(place.root, pattern='test*.py', top_level_dir=place.root)]
    for name in ('tests', 'test'):
        if os.path.isdir(os.path.join(place.root, name)) and not os.path.exists(
                os.path.join(place.root, name, '__init__.py')):
            suites.append(unittest.TestLoader().discover(os.path.join(place.root, name), pattern='test*.py'))
    result = UnitResult(place, before)
    result.failfast = first

    def stop(number, frame):
        raise TookTooLong('the test took longer than %g s' % TEST_LIMIT)

    keep = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = io.StringIO()
    try:
        for test in flatten(suites):
            if only is None or test.id() in only:
                signal.signal(signal.SIGPROF, stop)
                signal.setitimer(signal.ITIMER_PROF, TEST_LIMIT)
                try:
                    test(result)
                except TookTooLong as late:
                    result.failed_[test.id()] = describe(place, late)
                finally:
                    signal.setitimer(signal.ITIMER_PROF, 0)
                if first and result.failed_:
                    break
    finally:
        sys.stdout, sys.stderr = keep
    return [p for p in result.passed if p not in result.failed_], result.failed_


class Watch:
    """Traces lines by test, and keeps arguments of the checkout's own functions as inputs to start from."""

    def __init__(self, place):
        self.place, self.test, self.lines, self.calls, self.known = place, '', {}, {}, {}

    def start(self, name):
        self.test = name

    def rel(self, code):
        name = code.co_filename
        if name not in self.known:
            rel = self.place.own(name) if name.endswith('.py') else None
            self.known[name] = None if rel is None or is_test(rel) else rel
        return self.known[name]

    def trace(self, frame, event, arg):
        rel = self.rel(frame.f_code)
        if rel is None:
            return None
        self.lines.setdefault((rel, frame.f_lineno), set()).add(self.test)
        self.sample(rel, frame)

        def line(inner, kind, value):
            if kind == 'line':
                self.lines.setdefault((rel, inner.f_lineno), set()).add(self.test)
            return line

        return line

    def sample(self, rel, frame):
        code = frame.f_code
        name = getattr(code, 'co_qualname', code.co_name)
        if name.startswith('<') or '<locals>' in name or code.co_flags & 0x0C:
            return
        key = (rel, name, code.co_firstlineno)
        kept = self.calls.setdefault(key, [])
        if len(kept) >= 6:
            return
        count = code.co_argcount + code.co_kwonlyargcount
        tracing = sys.gettrace()
        sys.settrace(None)
        try:
            args = {n: frame.f_locals[n] for n in code.co_varnames[:count] if n in frame.f_locals}
            data = pickle.dumps(args)
            if len(data) < 20000 and data not in kept:
                kept.append(data)
        except BaseException:
            pass
        finally:
            sys.settrace(tracing)


class TooLong(BaseException):
    pass


def _alarm(number, frame):
    raise TooLong()


def limited(call, seconds):
    """What a call ends with: ['ok', value text] or ['error', [chain]] or ['late']."""
    signal.signal(signal.SIGALRM, _alarm)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        value = call()
        if inspect.isawaitable(value):
            async def wait():
                return await value
            value = asyncio.run(wait())
        if inspect.isgenerator(value):
            value = list(itertools.islice(value, 1000))
        return 'ok', value
    except TooLong:
        return 'late', None
    except BaseException as error:
        return 'error', error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def shown(value):
    try:
        return re.sub(r'0x[0-9a-f]+', '0x', plain(value))[:800]
    except BaseException:
        return type(value).__name__


def plain(value, depth=0):
    if depth < 4 and isinstance(value, dict):
        return '{' + ', '.join(plain(k, 9) + ': ' + plain(v, depth + 1) for k, v in list(value.items())[:50]) + '}'
    if depth < 4 and isinstance(value, (list, tuple)):
        return '[' + ', '.join(plain(v, depth + 1) for v in list(value)[:50]) + ']'
    text = repr(value)
    if ' object at 0x' in text and hasattr(value, '__dict__') and depth < 4:
        return type(value).__name__ + plain(vars(value), depth + 1)
    return text


class Recipe:
    """A call that can be made again in another child."""

    def __init__(self, kind, rel, name, data, text):
        self.kind, self.rel, self.name, self.data, self.text = kind, rel, name, data, text
        self.exact = False

    def call(self, place):
        if self.kind == 'script':
            import runpy
            sys.argv = [self.rel]
            sys.stdin = io.StringIO('')
            sys.path.insert(0, os.path.dirname(os.path.join(place.root, self.rel)))
            return lambda: runpy.run_path(os.path.join(place.root, self.rel), run_name='__main__') and None
        if self.kind == 'import':
            return lambda: place.module(self.rel) and None
        owner = place.module(self.rel)
        args = pickle.loads(self.data)
        target = owner
        parts = self.name.split('.')
        for i, part in enumerate(parts):
            holder, target = target, (inspect.getattr_static(target, part) if inspect.isclass(target)
                                      else getattr(target, part))
        if isinstance(target, (staticmethod, classmethod)):
            bound = isinstance(target, classmethod)
            target = target.__func__
            if bound:
                args = {k: v for k, v in args.items()}
        if isinstance(target, property):
            target = target.fget
        self.args = args
        return lambda: invoke(target, args)

    def outcome(self, place):
        """Text of what it does, and the exception's chain where there is one."""
        self.args = {}
        keep = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = io.StringIO()
        try:
            how, value = limited(lambda: self.call(place)(), 20 if self.kind == 'script' else 2)
        finally:
            printed = sys.stdout.getvalue()[:2000] if self.kind == 'script' else ''
            sys.stdout, sys.stderr = keep
        if how == 'error':
            if isinstance(value, SystemExit) and value.code in (None, 0):
                return ['ok ' + printed, None]
            return ['error ' + type(value).__name__, describe(place, value)]
        return [how + ' ' + shown(value) + ' ' + shown(self.args) + printed, None]

    def pack(self):
        return [self.kind, self.rel, self.name, self.data.hex(), self.text]

    @staticmethod
    def unpack(p):
        return Recipe(p[0], p[1], p[2], bytes.fromhex(p[3]), p[4])


def invoke(target, args):
    target = inspect.unwrap(target)
    parameters = inspect.signature(target).parameters
    positional, named = [], {}
    for name, parameter in parameters.items():
        if name in args:
            if parameter.kind == parameter.KEYWORD_ONLY:
                named[name] = args[name]
            elif parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
                positional.append(args[name])
    return target(*positional, **named)


def literal(value):
    try:
        text = repr(value)
        return text if len(text) < 400 and ast.literal_eval(text) == value else None
    except BaseException:
        return None


class Maker:
    """Makes arguments from what the log says, how a function uses its parameters, and what the tests hand it."""

    def __init__(self, place, log, message, rng):
        self.place, self.rng, self.named, self.dicts = place, rng, {}, []
        self.words = re.findall(r"'([^']{0,60})'|\"([^\"]{0,60})\"", message)
        self.words = [a or b for a, b in self.words][:8]
        self.numbers = [float(n) if '.' in n else int(n) for n in re.findall(r'(?<![\w.])-?\d{1,12}(?:\.\d+)?(?![\w.])', message)][:8]
        self.read(log)

    def read(self, log):
        for start in [m.start() for m in re.finditer(r'[{\[]', log)][:60]:
            depth = 0
            for at in range(start, min(len(log), start + 4000)):
                depth += log[at] in '{[('
                depth -= log[at] in '}])'
                if depth == 0:
                    text = log[start:at + 1]
                    for reader in (json.loads, ast.literal_eval):
                        try:
                            value = reader(text)
                            if value and len(self.dicts) < 20 and isinstance(value, (dict, list)):
                                self.dicts.append(value)
                            name = re.search(r'(\w+)\s*[=:]\s*$', log[:start])
                            if name:
                                self.named.setdefault(name.group(1), []).append(value)
                            break
                        except Exception:
                            continue
                    break
        for name, value in re.findall(r"\b([a-z_]\w{0,40})[=:] ?('[^']*'|\"[^\"]*\"|[\w.+:@/-]{1,80})", log)[:200]:
            for one in self.scalar(value.rstrip('.,:;')):
                if one not in self.named.setdefault(name, []) and len(self.named[name]) < 5:
                    self.named[name].append(one)

    @staticmethod
    def scalar(text):
        try:
            value = ast.literal_eval(text)
            return [value, text] if not isinstance(value, str) else [value]
        except Exception:
            return [text]

    def source(self, function):
        try:
            import textwrap
            return ast.parse(textwrap.dedent(inspect.getsource(function)))
        except BaseException:
            return None

    def usage(self, function):
        """For each parameter: keys, attributes, called methods, whether it is run over, calculated with."""
        tree, uses = self.source(function), {}
        if tree is None:
            return uses
        alias = {}
        for node in ast.walk(tree):
            if isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)) and isinstance(node.target, ast.Name):
                over = node.iter
                if isinstance(over, ast.Call) and over.args and isinstance(over.func, ast.Name):
                    over = over.args[0]
                if isinstance(over, ast.Name):
                    alias[node.target.id] = over.id
                    uses.setdefault(over.id, {}).setdefault('each', True)
                elif isinstance(over, ast.Subscript) and isinstance(over.value, ast.Name) and isinstance(over.slice, ast.Constant):
                    uses.setdefault(over.value.id, {}).setdefault('lists', {})[over.slice.value] = node.target.id
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
                use = uses.setdefault(node.value.id, {})
                if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
                    use.setdefault('keys', []).append(node.slice.value)
                else:
                    use.setdefault('index', True)
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                uses.setdefault(node.value.id, {}).setdefault('attrs', []).append(node.attr)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ('get', 'pop') \
                    and isinstance(node.func.value, ast.Name) and node.args and isinstance(node.args[0], ast.Constant):
                uses.setdefault(node.func.value.id, {}).setdefault('keys', []).append(node.args[0].value)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args and isinstance(node.args[0], ast.Name):
                uses.setdefault(node.args[0].id, {}).setdefault('calls', []).append(node.func.id)
            elif isinstance(node, ast.BinOp):
                for side in (node.left, node.right):
                    if isinstance(side, ast.Name) and not isinstance(node.op, ast.Mod):
                        uses.setdefault(side.id, {}).setdefault('math', True)
        for inner, outer in alias.items():
            uses.setdefault(outer, {})['item'] = uses.get(inner, {})
        return uses

    STRINGS = {'strip', 'split', 'lower', 'upper', 'startswith', 'endswith', 'replace', 'encode', 'isdigit', 'title',
               'splitlines', 'format', 'partition', 'rsplit', 'lstrip', 'rstrip', 'find', 'join', 'casefold'}
    NUMERIC = re.compile(r'(^n$|^[ijkxyab]$|count|qty|quantity|amount|price|total|size|limit|index|number|num|page|year|age|rate|days|hours|minutes|seconds|width|height|cents|percent|stock|score|level|weight)')
    TEXTUAL = re.compile(r'(name|text|line|path|key|code|raw|title|label|email|url|message|word|token|sku|date|value|currency|id$)')

    def by_name(self, name, use, depth=0):
        rng = self.rng
        if name in self.named and rng.random() < 0.7:
            return copy.deepcopy(rng.choice(self.named[name]))
        keys = [k for k in use.get('keys', []) if isinstance(k, str)]
        lists = use.get('lists', {})
        if (keys or lists) and depth < 4:
            fitting = [d for d in self.dicts if isinstance(d, dict) and set(keys) & set(d)]
            if fitting and rng.random() < 0.5:
                return copy.deepcopy(rng.choice(fitting))
            made = {k: self.by_name(k, {}, depth + 1) for k in dict.fromkeys(keys)}
            for key in lists:
                made[key] = [self.by_name(key, use.get('item', {}), depth + 1) for _ in range(rng.randint(0, 3))]
            return made
        attrs = use.get('attrs', [])
        if set(attrs) & self.STRINGS:
            return self.text()
        if set(attrs) & {'append', 'extend', 'sort', 'insert', 'remove'} or use.get('each') or use.get('item'):
            return [self.by_name(name[:-1] if name.endswith('s') else name, use.get('item', {}), depth + 1)
                    for _ in range(rng.randint(0, 4))]
        if set(attrs) & {'items', 'values', 'keys', 'setdefault', 'update', 'get'}:
            return {self.text(): self.by_name(name, {}, depth + 1) for _ in range(rng.randint(0, 3))}
        if attrs:
            return types.SimpleNamespace(**{a: self.by_name(a, {}, depth + 1) for a in dict.fromkeys(attrs)})
        if set(use.get('calls', [])) & {'int', 'float'}:
            return rng.choice(['12', ' 12', '', 'abc', '1.5'] + self.words)
        if set(use.get('calls', [])) & {'len', 'sum', 'sorted', 'max', 'min', 'list', 'enumerate', 'set'} or use.get('index'):
            return [self.number() for _ in range(rng.randint(0, 4))]
        if use.get('math') or self.NUMERIC.search(name):
            return self.number()
        if self.TEXTUAL.search(name):
            return self.text()
        if name.endswith('s') and depth < 3:
            return [self.by_name(name[:-1], {}, depth + 1) for _ in range(rng.randint(0, 3))]
        return rng.choice([self.number, self.text, lambda: None, lambda: [], lambda: {}])()

    def text(self):
        return self.rng.choice(['', 'a', 'abc', '12', 'a b', 'x-1', 'alice'] + self.words * 2)

    def number(self):
        return self.rng.choice([0, 1, 2, 3, 10, -1, 2.5] + self.numbers)

    def argument(self, parameter, use, depth=0):
        hint, rng = parameter.annotation, self.rng
        if parameter.default is not parameter.empty and rng.random() < 0.4:
            return copy.deepcopy(parameter.default)
        if parameter.name in self.named and rng.random() < 0.6:
            return copy.deepcopy(rng.choice(self.named[parameter.name]))
        if inspect.isclass(hint) and hint is not parameter.empty:
            if hint is int:
                return int(self.number())
            if hint is float:
                return float(self.number())
            if hint is str:
                return self.text()
            if hint is bool:
                return rng.random() < 0.5
            rel = self.place.own(inspect.getfile(hint)) if hint.__module__ != 'builtins' and hasattr(sys.modules.get(hint.__module__), '__file__') else None
            if rel and depth < 3:
                return self.instance(hint, depth + 1)
        return self.by_name(parameter.name, use, depth)

    def instance(self, cls, depth=0):
        if issubclass(cls, BaseException):
            return cls('x')
        signature = inspect.signature(cls)
        uses = self.usage(cls.__init__) if '__init__' in vars(cls) else {}
        return cls(**{n: self.argument(p, uses.get(n, {}), depth) for n, p in signature.parameters.items()
                      if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)})

    def perturb(self, value, depth=0):
        rng = self.rng
        if depth < 4 and isinstance(value, dict) and value and rng.random() < 0.9:
            key = rng.choice(list(value))
            roll = rng.random()
            if roll < 0.3:
                value = {k: v for k, v in value.items() if k != key}
            else:
                value = dict(value)
                value[key] = self.perturb(value[key], depth + 1)
            return value
        if depth < 4 and isinstance(value, (list, tuple)) and value and rng.random() < 0.9:
            items, roll, at = list(value), rng.random(), rng.randrange(len(value))
            if roll < 0.2:
                items = []
            elif roll < 0.35:
                del items[at]
            elif roll < 0.5:
                items.append(copy.deepcopy(items[at]))
            else:
                items[at] = self.perturb(items[at], depth + 1)
            return type(value)(items) if type(value) in (list, tuple) else items
        if isinstance(value, bool):
            return not value
        if isinstance(value, (int, float)):
            return rng.choice([0, 1, -1, value + 1, value - 1, value * 2, None] + self.numbers)
        if isinstance(value, str):
            return rng.choice(['', ' ' + value, value + ' ', value.upper(), value.lower(), value + 'x', value[:-1], None, value.replace('-', '')] + self.words)
        if hasattr(value, '__dict__') and vars(value) and depth < 4:
            made = copy.copy(value)
            name = rng.choice(list(vars(value)))
            try:
                setattr(made, name, self.perturb(getattr(value, name), depth + 1))
            except BaseException:
                pass
            return made
        return rng.choice([None, 0, '', [], {}])


def matches(chain, target):
    """Whether one of the exceptions is the logged one at the logged place."""
    kind, rel, function, line = target
    for one in chain or []:
        if one[0] == kind and one[2]:
            for frame in reversed(one[2]):
                if is_test(frame[0]):
                    continue
                return frame[0] == rel and frame[1] == line
    return False


def function_at(place, rel, name, line):
    """The dotted name within its module of the function that holds a line."""
    with open(os.path.join(place.root, rel), encoding='utf-8') as file:
        tree = ast.parse(file.read())
    best = None

    def walk(node, path, inside):
        nonlocal best
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                if child.lineno <= line <= (child.end_lineno or 0) and not inside:
                    best = ('.'.join(path + [child.name]), child, bool(path))
                    walk(child, path + [child.name], True)
            elif isinstance(child, ast.ClassDef):
                walk(child, path + [child.name], inside)
            elif not isinstance(child, (ast.Lambda,)):
                walk(child, path, inside)

    walk(tree, [], False)
    return best


def search(place, watch, sites, target, log, message, seed, seconds):
    """Calls that fail as logged, and calls that do not, of the functions on the trace."""
    rng, failing, other, end = random.Random(seed), [], [], time.monotonic() + seconds
    maker = Maker(place, log, message, rng)
    for samples in list(watch.calls.values())[:200]:
        for data in samples[:2]:
            try:
                for name, value in pickle.loads(data).items():
                    if name not in ('self', 'cls') and len(maker.named.setdefault(name, [])) < 6:
                        maker.named[name].append(value)
            except BaseException:
                continue
    for position, (rel, function, line) in enumerate(sites[:4]):
        if any(not f[0] for f in failing) or time.monotonic() > end:
            break
        if function == '<module>':
            continue
        try:
            found = function_at(place, rel, function, line)
            if not found:
                continue
            module = place.module(rel)
            target_function = module
            for part in found[0].split('.'):
                holder = target_function
                target_function = getattr(target_function, part)
            static = isinstance(inspect.getattr_static(holder, found[0].split('.')[-1]), staticmethod)
            method = found[2] and not static
            plain_function = inspect.unwrap(getattr(target_function, '__func__', target_function))
            if isinstance(target_function, property):
                plain_function = target_function.fget
            parameters = list(inspect.signature(plain_function).parameters.values())
        except BaseException:
            continue
        samples = [d for (r, n, l), ds in watch.calls.items() if r == rel and n.split('.')[-1] == found[0].split('.')[-1] for d in ds]
        share = min(end, time.monotonic() + max(0.5, (end - time.monotonic()) / 2))
        uses, seen, tries = maker.usage(plain_function), set(), 0
        while time.monotonic() < share and tries < 3000 and (len(failing) < 12 or all(f[0] for f in failing) and len(failing) < 60):
            tries += 1
            sampled = bool(samples) and (rng.random() < 0.75 or tries <= len(samples))
            try:
                if sampled:
                    args = pickle.loads(samples[tries - 1] if tries <= len(samples) else rng.choice(samples))
                    changes = 0 if tries <= len(samples) else rng.randint(1, 2)
                    for _ in range(changes):
                        name = rng.choice(list(args)) if args else None
                        if name is not None:
                            args[name] = maker.perturb(args[name])
                else:
                    args = {}
                    for at, p in enumerate(parameters):
                        if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD):
                            continue
                        if at == 0 and method:
                            args[p.name] = holder if isinstance(inspect.getattr_static(holder, found[0].split('.')[-1]), classmethod) else maker.instance(holder)
                        else:
                            args[p.name] = maker.argument(p, uses.get(p.name, {}))
                    changes = 3
                data = pickle.dumps(args)
            except BaseException:
                continue
            if data in seen or len(data) > 20000:
                continue
            seen.add(data)
            texts = [(n, literal(v)) for n, v in args.items()]
            text = found[0] + '(' + ', '.join(n + '=' + (t if t is not None else shown(args[n])) for n, t in texts) + ')'
            recipe = Recipe('call', rel, found[0], data, text)
            outcome, chain = recipe.outcome(place)
            if chain and matches(chain, target):
                failing.append((not same_message(chain, target, message), changes, len(data), recipe))
            elif outcome.startswith('ok') and len(other) < 40:
                other.append(recipe)
    failing.sort(key=lambda f: f[:3])
    said = [f for f in failing if not f[0]]
    return [f[3] for f in (said or failing)[:6]], other


def same_message(chain, target, message):
    return any(one[0] == target[0] and one[1].strip() == message.strip() for one in chain)


def open_checkout(job):
    (pristine, work, limit, seed, kind, message, log, extra, count), rest = job[:9], job[9:]
    sites = [(rest[i], rest[i + 1], int(rest[i + 2])) for i in range(0, 3 * int(count), 3)]
    state = types.SimpleNamespace()
    state.limit = float(limit)
    state.test_limit = 5
    state.folder = Folder(pristine, work)
    folders = {os.path.dirname(s[0]) for s in sites} if sites and extra == 'trace' else set()
    state.place = Place(state.folder.root, sorted(folders))
    target = (kind, sites[0][0], sites[0][1], sites[0][2]) if sites else None
    state.target = target
    state.message = message
    place = state.place

    def first():
        place.enter()
        watch = Watch(place)
        import threading
        threading.settrace(watch.trace)
        sys.settrace(watch.trace)
        try:
            passed, failed = run_tests(place, None, watch.start)
        finally:
            sys.settrace(None)
            threading.settrace(None)
        lines = [[p, n, sorted(t)] for (p, n), t in watch.lines.items()]
        samples = [[list(k), [d.hex() for d in v]] for k, v in watch.calls.items()]
        return {'passed': passed, 'failed': failed, 'lines': lines, 'samples': samples}

    result = fork(first, state.limit)
    ended = result.get('ended', '')
    passed, failed = result.get('passed', []), result.get('failed', {})
    flaky = []
    if not ended:
        state.folder.fresh()
        def second():
            global TEST_LIMIT
            TEST_LIMIT = 3
            place.enter()
            start = time.process_time()
            return [*run_tests(place, None), time.process_time() - start]

        again = fork(second, state.limit)
        if isinstance(again, list):
            hung = any(c and c[0][0] == 'TookTooLong' for c in again[1].values())
            state.test_limit = 1.0 if hung else min(5, 0.5 + 5 * again[2])
            slow = [k for k, c in failed.items() if c and c[0][0] == 'TookTooLong' and k in again[0]]
            failed = {k: v for k, v in failed.items() if k not in slow}
            passed = passed + slow
            flaky = sorted((set(passed) ^ set(again[0])) | (set(failed) ^ set(again[1])))
            passed = [p for p in passed if p not in flaky]
            failed = {k: v for k, v in failed.items() if k not in flaky}
    state.passed, state.failed = passed, failed
    related = [k for k, chain in failed.items() if target and matches(chain, target)]
    if not target:
        state.wanted = sorted(failed)
        for chain in failed.values():
            own = [f for one in chain for f in one[2] if not is_test(f[0])]
            if chain and own and chain[-1][0] not in ('AssertionError', 'TookTooLong'):
                frames = [f for f in chain[-1][2] if not is_test(f[0])] or own
                sites = [(f[0], f[2], f[1]) for f in reversed(frames)]
                break
    else:
        state.wanted = sorted(related)
    state.failing, state.other = [], []
    state.reproducible = bool(state.wanted)
    if target and not ended:
        state.folder.fresh()
        recipes = reproduce(state, sites, target, log, message, int(seed), result)
        state.failing = recipes
        state.reproducible = state.reproducible or bool(recipes)
    elif not ended and sites:
        inputs(state, sites, log, int(seed), result)
    elif not ended and failed:
        spots = blamed(result, failed, passed)
        inputs(state, spots, log, int(seed), result)
    answer = ['opened', ended, 'pytest' if HAVE_PYTEST else 'unittest', '1' if state.reproducible else '0',
              reproducer(state), json_lines(flaky), len(state.other)]
    answer += [len(passed)] + passed + [len(failed)]
    for name, chain in failed.items():
        root = chain[-1] if chain else ['Exception', '', []]
        frames = [f for f in root[2] if not is_test(f[0])]
        answer += [name, '1' if name in state.wanted else '0', root[0], root[1], len(frames)]
        for f in reversed(frames):
            answer += [f[0], f[2], f[1]]
    suspects = ochiai(result.get('lines', []), set(state.wanted) or set(failed), set(passed))
    answer += [len(suspects)]
    for (path, line), score in suspects:
        answer += [path, line, '%.4f' % score]
    send(*answer)
    return state


def json_lines(texts):
    return '\n'.join(texts)


def ochiai(lines, failed, passed):
    found = {}
    for path, line, tests in lines:
        tests = set(tests)
        ef, ep = len(tests & failed), len(tests & passed)
        if '' in tests:
            ef, ep = max(ef, len(failed)), max(ep, len(passed))
        if ef:
            found[(path, line)] = ef / math.sqrt(len(failed) * (ef + ep))
    return sorted(found.items(), key=lambda e: -e[1])[:3000]


def blamed(result, failed, passed):
    best, seen = ochiai(result['lines'], set(failed), set(passed)), []
    for (path, line), _ in best:
        if (path, '', line) not in seen and len(seen) < 400:
            seen.append((path, '', line))
    return seen


def inputs(state, sites, log, seed, result):
    """Inputs on which candidates that pass may be told apart."""
    place, watched = state.place, result

    def work():
        place.enter()
        watch = types.SimpleNamespace(calls={tuple(k): [bytes.fromhex(d) for d in v] for k, v in watched['samples']})
        names, picked = set(), []
        for rel, function, line in sites:
            try:
                found = function_at(place, rel, function, line)
            except BaseException:
                continue
            if found and (rel, found[0]) not in names and len(picked) < 3:
                names.add((rel, found[0]))
                picked.append((rel, found[0], line))
        all_other = []
        for one in picked:
            failing, other = search(place, watch, [one], ('', '', '', 0), log, '', seed, 0.6)
            all_other += [o.pack() for o in other[:20]]
        return all_other

    packed = fork(work, 8)
    if isinstance(packed, list):
        state.other = settle(state, [Recipe.unpack(p) for p in packed])


def reproduce(state, sites, target, log, message, seed, result):
    place = state.place

    def work():
        place.enter()
        found = []
        rel, function = sites[-1][0], sites[-1][1]
        if sites[0][1] == '<module>' and sites[0][0] != rel:
            # the script itself would go on after the import, and want its arguments, files and network
            found.append(Recipe('import', sites[0][0], '', b'', 'import of ' + sites[0][0]))
        if function == '<module>':
            found.append(Recipe('script', rel, '', b'', 'python ' + rel))
        if sites[0][1] == '<module>' and sites[0][0] == rel:
            found.append(Recipe('import', rel, '', b'', 'import of ' + rel))
        return [r.pack() for r in found]

    tried = fork(work, 10)
    for packed in tried if isinstance(tried, list) else []:
        recipe = Recipe.unpack(packed)
        state.folder.fresh()
        outcome = fork(lambda: (place.enter(), recipe.outcome(place))[1], 15)
        if isinstance(outcome, list) and outcome[1] and matches(outcome[1], target):
            state.folder.fresh()
            return [recipe]
    state.folder.fresh()
    samples = result.get('samples', [])

    def look():
        place.enter()
        watch = types.SimpleNamespace(calls={tuple(k): [bytes.fromhex(d) for d in v] for k, v in samples})
        failing, other = search(place, watch, sites, target, log, message, seed, 4)
        return [[r.pack() for r in failing], [r.pack() for r in other]]

    found = fork(look, 12)
    if not isinstance(found, list):
        return []
    state.folder.fresh()
    confirmed = []
    for packed in found[0]:
        recipe = Recipe.unpack(packed)
        outcome = fork(lambda: (place.enter(), recipe.outcome(place))[1], 5)
        if isinstance(outcome, list) and outcome[1] and matches(outcome[1], target):
            recipe.exact = same_message(outcome[1], target, message)
            confirmed.append(recipe)
        if len(confirmed) == 3:
            break
    state.other = settle(state, [Recipe.unpack(p) for p in found[1]])
    return confirmed


def settle(state, recipes):
    """Those that end the same way twice, with how they end."""
    place = state.place

    def once():
        place.enter()
        return [r.outcome(place)[0] for r in recipes]

    a, b = fork(once, 15), fork(once, 15)
    state.folder.fresh()
    if not isinstance(a, list) or not isinstance(b, list):
        return []
    return [(r, x) for r, x, y in zip(recipes, a, b) if x == y and x.startswith('ok')]


def reproducer(state):
    if not state.failing:
        return ''
    recipe = state.failing[0]
    stem = recipe.rel[:-3].replace('/', '.')
    if recipe.kind != 'call':
        return '# fails as logged\n' + recipe.text + '\n'
    holder = recipe.name.split('.')[0]
    return ('from %s import %s\n\n\ndef test_no_longer_fails():\n    %s\n' % (stem, holder, recipe.text))


def judge(state, job):
    count = int(job[0])
    texts = {job[1 + 2 * i]: job[2 + 2 * i] for i in range(count)}
    for path, text in texts.items():
        if path.endswith('.py'):
            try:
                compile(text, path, 'exec')
            except (SyntaxError, ValueError) as error:
                return send('judged', 'compile', '0', str(error), '', '0', '')
    place, folder = state.place, state.folder
    folder.fresh()
    folder.put(texts)
    try:
        answer = climb(state, place)
    finally:
        folder.undo(texts)
    send('judged', *answer)


def climb(state, place):
    """The rung that did not hold, whether all held, what was seen, behaviour, changed inputs, passed tests."""

    global TEST_LIMIT
    TEST_LIMIT = state.test_limit

    def quick():
        place.enter()
        seen = []
        for recipe in state.failing:
            outcome, chain = recipe.outcome(place)
            seen.append(outcome)
            if chain is not None or outcome.startswith('late'):
                own = chain[-1] if chain else ['late', '', []]
                other = chain and not (matches(chain, state.target) and (not recipe.exact or same_message(chain, state.target, state.message)))
                if recipe is state.failing[0] and (own[0] in FAULTS or recipe.kind != 'call') or not other:
                    return ['reproduce', '0', '%s still fails: %s: %s' % (recipe.text[:200], own[0], own[1][:200]), '', 0, '']
        if state.wanted:
            passed, failed = run_tests(place, state.wanted, first=True)
            if failed or len(passed) < len([w for w in state.wanted]):
                missing = [w for w in state.wanted if w not in passed]
                name = missing[0] if missing else next(iter(failed))
                chain = failed.get(name) or next(iter(failed.values()), [])
                said = '%s: %s' % (chain[0][0], chain[0][1][:300]) if chain else 'it did not run'
                return ['failing tests', '0', '%s still fails: %s' % (name, said), '', len(passed), '']
        return ['', '1', '', json.dumps(seen), 0, '']

    limit = min(state.limit, 10 + 2 * len(state.failing))
    result = fork(quick, limit)
    if not isinstance(result, list):
        return ['reproduce' if state.failing else 'failing tests', '0', str(result.get('ended')), '', '0', '']
    if result[1] == '0':
        return result
    def whole():
        place.enter()
        passed, failed = run_tests(place, None)
        return [passed, sorted(failed)]

    ran = fork(whole, state.limit) if state.passed else [[], []]
    if not isinstance(ran, list):
        return ['tests', '0', str(ran.get('ended')), '', '0', '']
    broken = [p for p in state.passed if p not in ran[0]]
    if broken:
        return ['tests', '0', 'breaks ' + ', '.join(broken[:3]), '', '0', '']

    def compare():
        place.enter()
        return [r.outcome(place)[0] for r, _ in state.other]

    after = fork(compare, 15) if state.other else []
    if not isinstance(after, list):
        return ['inputs', '0', 'it hangs or ends on an input that worked: ' + str(after.get('ended')), '', '0', '']
    changed = 0
    for (recipe, was), now in zip(state.other, after):
        changed += was != now
        if state.target and now.startswith(('error', 'late')):
            return ['inputs', '0', 'new crash on %s: %s' % (recipe.text[:200], now[:100]), '', '0', '']
    import hashlib
    behaviour = hashlib.sha1((result[3] + json.dumps(after)).encode()).hexdigest()
    return ['', '1', '', behaviour, changed, len(state.passed)]


def warm(work):
    """Runs a test of our own once, so that every child finds pytest and its plug-ins loaded."""
    if not HAVE_PYTEST:
        return
    folder = os.path.join(work, 'warm')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'test_warm.py'), 'w') as out:
        out.write('import pytest\n\n\ndef test_warm():\n    with pytest.raises(KeyError):\n        assert {}[1] == 2\n')
    before = os.getcwd(), list(sys.path)
    run_tests(Place(folder, []), [folder])
    os.chdir(before[0])
    sys.path[:] = before[1]
    sys.modules.pop('test_warm', None)


def main():
    state = None
    gc.disable()
    while True:
        job = receive()
        if job is None or job[0] == 'end':
            return
        if job[0] == 'hello':
            send('hello', sys.version.split()[0])
        elif job[0] == 'open':
            try:
                warm(job[2])
                gc.collect()
                gc.freeze()
                state = open_checkout(job[1:])
            except Exception:
                send('opened', 'the runner failed: ' + traceback.format_exc()[-1500:], '', '0', '', '', 0, 0, 0, 0)
        elif job[0] == 'judge' and state is not None:
            try:
                judge(state, job[1:])
            except Exception:
                send('judged', 'run', '0', traceback.format_exc()[-1500:], '', '0', '')


main()
