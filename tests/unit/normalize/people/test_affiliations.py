"""Institutes: which words are one's, and which two can be the same person's."""

import pytest

from pipeline.normalize.people.affiliations import can_be_one, is_institute


@pytest.mark.parametrize(
    "text", ["Jilin University", "Huawei Noah's Ark Lab", "CNRS", "清华大学", "Universidad de Chile", "中科院计算所", "Hong Kong"]
)
def test_institutes_are_told_by_their_words(text: str):
    assert is_institute(text)


@pytest.mark.parametrize("text", ["Yundong Tu", "Meng Co", "Sai Li", "张三", "Dorothy Law"])
def test_names_have_no_such_words(text: str):
    assert not is_institute(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xi'an Jiao Tong University", "Xi’an Jiaotong University"),
        ("Peking university", "Peking University"),
        ("Tsinghua University", "Department of Statistics, Tsinghua University"),
        ("School of Data, Fudan University", "Institute of Mathematics, Fudan University"),
        ("The Chinese University of Hong Kong", "Chinese University of Hong Kong"),
        ("SJTU", "Institute of Natural Sciences, Shanghai Jiao Tong University"),
        ("清华大学", "Tsinghua University"),
        ("Universite de Montreal", "Université de Montréal"),
    ],
)
def test_these_can_be_one_persons(one: str, other: str):
    assert can_be_one(one, other)
    assert can_be_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fudan University", "Southwest University of Finance and Economics"),
        ("Department of Statistics, Fudan University", "Department of Statistics, Peking University"),
        ("Hunan University", "Henan University"),
        ("东北大学", "东北师范大学"),
        ("MIT", "Shanghai Jiao Tong University"),
    ],
)
def test_these_can_not(one: str, other: str):
    assert not can_be_one(one, other)
