import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
OURS = {path.stem: path for path in sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))}
# A new publication's workflow besides that which publishes, which is ours.
CHECK = ROOT / "plugins" / "puntina" / "scaffold" / "files" / "dot-github" / "workflows" / "check.yml.jinja"
WORKFLOWS = {**OURS, "check": CHECK}

every_workflow = pytest.mark.parametrize("name", WORKFLOWS)


def read(name: str) -> dict[str, Any]:
    """Return a workflow with every scalar as text: YAML 1.1 would read the key `on` as true."""
    return yaml.load(WORKFLOWS[name].read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in read(name)["jobs"].values() for step in job["steps"]]


def uses(name: str, action: str) -> list[dict[str, Any]]:
    """Return the inputs of each use of an action."""
    return [step.get("with", {}) for step in steps(name) if step.get("uses", "").startswith(f"{action}@")]


def test_there_is_one_workflow_to_test_and_one_to_publish() -> None:
    assert list(OURS) == ["publish", "test"]


@every_workflow
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(name: str) -> None:
    lines = [line.strip(" -") for line in WORKFLOWS[name].read_text(encoding="utf-8").splitlines()]
    pins = [line for line in lines if line.startswith("uses:")]
    assert len(pins) == sum("uses" in step for step in steps(name))
    for pin in pins:
        assert re.fullmatch(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", pin), pin


def test_an_action_has_the_same_commit_wherever_it_is_used() -> None:
    pins = {step["uses"] for name in WORKFLOWS for step in steps(name) if "uses" in step}
    assert len(pins) == len({pin.partition("@")[0] for pin in pins})


@every_workflow
def test_no_script_is_put_together_from_expressions(name: str) -> None:
    assert [step["run"] for step in steps(name) if "${{" in step.get("run", "")] == []


@every_workflow
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(name: str) -> None:
    assert read(name)["permissions"] == {}
    assert "pull_request_target" not in read(name)["on"]


def test_each_job_asks_for_the_least() -> None:
    asked = {(name, job): body["permissions"] for name in WORKFLOWS for job, body in read(name)["jobs"].items()}
    assert asked == {
        ("publish", "build"): {"contents": "read", "pages": "read"},
        ("publish", "deploy"): {"pages": "write", "id-token": "write"},
        ("test", "test"): {"contents": "read"},
        ("check", "check"): {"contents": "read"},
    }


@every_workflow
def test_no_checkout_leaves_its_token_behind(name: str) -> None:
    assert uses(name, "actions/checkout") == [{"persist-credentials": "false"}]


@every_workflow
def test_every_job_ends_by_itself(name: str) -> None:
    for job in read(name)["jobs"].values():
        assert 5 <= int(job["timeout-minutes"]) <= 30


def test_the_publication_is_published_on_push_by_hand_and_every_hour_but_not_on_it() -> None:
    on = read("publish")["on"]
    assert list(on) == ["push", "workflow_dispatch", "schedule"]
    assert on["push"] == {"branches": ["main"]}
    assert len(on["schedule"]) == 1
    minute, *rest = on["schedule"][0]["cron"].split()
    assert rest == ["*"] * 4
    assert 0 < int(minute) < 60


def test_content_is_checked_then_built_and_verified_for_the_address_it_will_have() -> None:
    commands = [step for step in steps("publish") if "run" in step]
    assert [step["run"] for step in commands] == [
        "python3 bootstrap.py check",
        "python3 bootstrap.py publish",
        "python3 bootstrap.py verify",
    ]
    address = {"SITEURL": "${{ steps.pages.outputs.base_url }}"}
    assert [step.get("env") for step in commands] == [None, address, address]
    by_id = {step["id"]: step["uses"].partition("@")[0] for step in steps("publish") if "id" in step}
    assert by_id == {"pages": "actions/configure-pages", "deployment": "actions/deploy-pages"}


def test_all_of_output_is_deployed_hidden_files_included() -> None:
    inputs = uses("publish", "actions/upload-pages-artifact")
    assert inputs == [{"path": "output", "include-hidden-files": "true"}]
    assert read("publish")["jobs"]["deploy"]["needs"] == "build"
    assert read("publish")["jobs"]["deploy"]["environment"]["name"] == "github-pages"


def test_a_deployment_under_way_is_not_cancelled() -> None:
    assert read("publish")["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_a_pull_request_to_a_publication_is_checked_and_its_site_verified_without_a_secret() -> None:
    assert list(read("check")["on"]) == ["pull_request"]
    commands = [step["run"] for step in steps("check") if "run" in step]
    assert commands == ["python3 bootstrap.py check", "python3 bootstrap.py verify --local"]
    assert "secrets" not in CHECK.read_text(encoding="utf-8")


def test_tests_run_on_the_oldest_python_by_the_command_that_people_use() -> None:
    matrix = read("test")["jobs"]["test"]["strategy"]["matrix"]
    assert matrix["python"][0] == "3.11"
    commands = [step["run"] for step in steps("test") if "run" in step]
    assert commands == ["python3 bootstrap.py test"]
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == commands[0]
